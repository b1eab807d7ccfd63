"""One form with every field."""

from datetime import date
from typing import Any

from django.http import QueryDict

from ownpath.web.forms import fields
from ownpath.web.forms.base import Form
from ownpath.web.forms.phone import PhoneField


class GalleryForm(Form):
    """Every kind of field, with and without a hint."""

    name = fields.CharField(label="One line", hint="A few words will do.")
    email = fields.EmailField(label="Your email address")
    phone = PhoneField(label="Your number", required=False)
    words = fields.TextField(label="In your own words", hint="As much or as little as you like.", required=False)
    steady = fields.ChoiceField(
        label="How steady is it?",
        size="m",
        choices=[("1", "Shaky"), ("2", "A bit shaky"), ("3", "Fairly steady"), ("4", "Steady")],
        skip="Skip this one",
    )
    sharing = fields.ChoiceField(
        label="Who is this for?",
        choices=[("private", "Just for me"), ("shared", "Share with my adviser")],
        hints={"private": "Nobody else can read it.", "shared": "Your adviser reads it before you next talk."},
    )
    matters = fields.MultipleChoiceField(
        label="Which matter most now?", choices=[("home", "Home"), ("money", "Money"), ("friends", "Friends")]
    )
    day = fields.DateField(label="By when?", hint="For example, 27 3 2027")
    at = fields.DateTimeField(label="When was it?", required=False)
    who = fields.SelectField(label="Who does it?", choices=[("me", "Me"), ("adviser", "My adviser")], required=False)
    read = fields.BooleanField(label="I have read who can see this")
    version = fields.VersionField(initial=1)


FILLED: dict[str, Any] = {
    "name": "Call the college",
    "email": "yara@example.org",
    "phone": "07700 900123",
    "words": "It is small, but it is mine.\nI painted the wall.",
    "steady": "3",
    "sharing": "shared",
    "matters": ["home", "money"],
    "day": date(2027, 3, 27),
    "at": date(2026, 11, 3),
    "who": "me",
    "read": True,
}
FAULTY = QueryDict("name=&email=yara&phone=mum&words=Still+here&day-day=31&day-month=2&day-year=2027&at-day=3")


def every_state() -> list[tuple[str, Form]]:
    """The form empty, filled and faulty, each with field ids of its own."""
    return [
        ("Empty", GalleryForm(prefix="empty")),
        ("Filled", GalleryForm(prefix="filled", initial=FILLED)),
        ("Faulty", GalleryForm(_prefixed(FAULTY, "faulty"), prefix="faulty")),
    ]


def _prefixed(posted: QueryDict, prefix: str) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, values in posted.lists():
        data.setlist(f"{prefix}-{name}", values)
    return data
