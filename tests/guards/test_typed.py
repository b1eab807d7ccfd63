"""What people write has one way in: each field of every form is of the kind that reads what it is for."""

import re
from typing import Any

import pytest

from ownpath.web.forms.component import Component
from ownpath.web.forms.dates import DateField
from ownpath.web.forms.fields import CharField
from ownpath.web.forms.lines import ChildField, NameField
from ownpath.web.forms.numbers import NumberField, PoundsField
from ownpath.web.forms.phone import PhoneField

from .forms import WEB, every_form

pytestmark = pytest.mark.any_database

# Free words on one line: no name, number, sum, day or code. A new one-line field is one of the kinds, or stands here.
FREE_WORDS = {
    ("CannotComeForm", "words"),
    ("WinForm", "words"),
    ("WinForm", "alt"),
    ("WinChangeForm", "words"),
    ("WinChangeForm", "alt"),
    ("MeetingForm", "place"),
    ("MoveMeetingForm", "place"),
    ("AllowanceForm", "words"),
    ("AllowanceForm", "reason"),
    ("ReachForm", "words"),
    *(("AgreedStepsForm", f"step_{number}_words") for number in (1, 2, 3)),
    *(("RecordContactForm", f"step_{number}_words") for number in (1, 2, 3)),
}
KINDS = {
    r"(\w+_)?phone": PhoneField,
    r"(\w+_)?name|with_whom|who_was_there|passed_to|decided_by": NameField,
    r"(\w+_)?pence": PoundsField,
    r"\w+_(days|months|minutes|every_days)|days_\w+": NumberField,
    r"(\w+_)?(date|day)|on|at": DateField,
    "child_id": ChildField,
}


def test_every_field_of_a_form_is_one_of_ours() -> None:
    assert len({form for form, _name, _field in fields()}) > 40
    assert [(form, name) for form, name, field in fields() if not isinstance(field, Component)] == []


def test_a_field_is_of_the_kind_that_its_name_says() -> None:
    wrong = [
        (form, name)
        for form, name, field in fields()
        for kind, wanted in KINDS.items()
        if re.fullmatch(kind, name) and not isinstance(field, wanted)
    ]
    assert wrong == []


def test_every_other_field_of_one_line_is_for_free_words() -> None:
    assert {(form, name) for form, name, field in fields() if type(field) is CharField} == FREE_WORDS


def test_every_day_has_a_limit_on_both_ends() -> None:
    days = [(form, name, field) for form, name, field in fields() if isinstance(field, DateField)]
    assert len(days) > 10
    assert [(form, name) for form, name, field in days if not (field.earliest and field.latest)] == []
    assert [(form, name) for form, name, field in days if field.earliest() > field.latest()] == []


def test_no_page_uses_a_field_that_reads_in_its_own_way() -> None:
    own = re.compile(r"\bforms\.(Char|Integer|Decimal|Float|Date|DateTime|Time|Slug)Field\b")
    sources = [path for path in WEB.rglob("*.py") if path.parent != WEB / "forms"]
    assert [str(path) for path in sources if own.search(path.read_text())] == []


def fields() -> list[tuple[str, str, Any]]:
    """The form, the name and the field itself, of all but the gallery's."""
    forms = [form for form in every_form() if form.__name__ != "GalleryForm"]
    return [(form.__name__, name, field) for form in forms for name, field in form.base_fields.items()]
