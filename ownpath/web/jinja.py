"""The template environment: an undefined name is an error, and every text goes through gettext."""

from typing import Any

from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined


def environment(**options: Any) -> Environment:
    """Our pages' environment, with the few names that every template may use."""
    options |= {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    env = Environment(extensions=["jinja2.ext.i18n"], **options)  # noqa: S701 - Django's backend turns autoescape on
    env.install_gettext_callables(translation.gettext, translation.ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.globals.update({"url": url, "static": static})
    return env


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The path of a named page."""
    return reverse(name, args=args or None, kwargs=kwargs or None)
