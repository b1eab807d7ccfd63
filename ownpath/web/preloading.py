"""What any page needs, read before a server serves anybody: nobody waits for it, and a worker that takes the place of
another has it already.
"""

from contextlib import suppress
from importlib import import_module

from django.conf import settings
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.urls import reverse
from django.utils import translation


def preload() -> None:
    """Every view with all that it stands on, every template and language, and what PDFs are made with."""
    reverse("front")
    for engine in engines.all():
        assert isinstance(engine, Jinja2)
        for name in engine.env.list_templates():
            engine.env.get_template(name)
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            translation.gettext("Save")
    with suppress(ImportError, OSError):  # a machine may lack what it stands on: web/pdf.py says so when it is asked
        import_module("weasyprint")
