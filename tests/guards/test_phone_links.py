"""A number that is pressed reaches somebody: one macro writes every link to ring and to text, one function says what it
dials, and every form that saves a number asks about one that cannot be dialled.
"""

import re
from pathlib import Path

import pytest

import ownpath.web
from ownpath.web.forms.fields import CharField
from ownpath.web.forms.phone import PhoneField

from .forms import every_form

pytestmark = pytest.mark.any_database

WEB = Path(ownpath.web.__file__).parent
THE_ONE = WEB / "templates/components/phone.html"


def test_no_template_but_one_writes_a_link_to_ring_or_to_text() -> None:
    templates = [*WEB.parent.rglob("*.html")]
    assert THE_ONE in templates

    assert [str(one) for one in templates if one != THE_ONE and re.search(r"\b(tel|sms):", one.read_text())] == []


def test_every_field_for_a_phone_number_asks_about_what_cannot_be_dialled() -> None:
    forms = [
        (form.__name__, name, type(field))
        for form in every_form()
        for name, field in form.base_fields.items()
        if isinstance(field, CharField) and "phone" in name
    ]

    assert len(forms) >= 5
    assert [one for one in forms if not issubclass(one[2], PhoneField)] == []
