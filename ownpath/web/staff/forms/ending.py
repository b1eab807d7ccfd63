"""Ending a record, and opening it again."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ownpath.core import clock
from ownpath.people.enums import EndReason
from ownpath.people.rules import LAST_AGE, can_end_on
from ownpath.web.forms.base import Form
from ownpath.web.forms.dates import ten_years_ago
from ownpath.web.forms.fields import BooleanField, ChoiceField, DateField, TextField


class EndForm(Form):
    """What happened, on which day, and what to know about it."""

    reason = ChoiceField(label=_("What happened?"), missing=_("Choose what happened."))
    on_date = DateField(label=_("On which day?"), earliest=ten_years_ago, latest=clock.today)
    words = TextField(
        label=_("What should somebody who opens this record know?"),
        hint=_("Unless they died, they can read this too."),
        rows=3,
        required=False,
    )
    is_certain = BooleanField(label="", required=False)

    def __init__(self, *args: Any, person: Any, reasons: list[tuple[str, Any]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.person = person
        self.offer("reason", reasons)
        self.fields["is_certain"].label = _now("I am certain that %(name)s has died") % {"name": person}

    def clean_on_date(self) -> date:
        """Not before they were born."""
        day: date = self.cleaned_data["on_date"]
        if day < self.person.birth_date:
            self.add_error("on_date", _now("Enter a date after they were born."))
        return day

    def clean(self) -> dict[str, Any]:
        """A death is said twice; 25 and done begins with the birthday."""
        cleaned = super().clean() or self.cleaned_data
        reason, day = cleaned.get("reason"), cleaned.get("on_date")
        if reason == EndReason.DIED and not cleaned.get("is_certain"):
            self.add_error("is_certain", _now("Tick this if they died. If they did not, choose what happened."))
        if reason == EndReason.DONE_AT_25 and day and not can_end_on(day, self.person, reason):
            sentence = _now("Enter a date on or after their %(age)sth birthday. Until then the law gives them support.")
            self.add_error("on_date", sentence % {"age": LAST_AGE})
        return cleaned


class ReopenForm(Form):
    """Why a record is opened again."""

    words = TextField(
        label=_("Why do you open it again?"), hint=_("They can read this."), missing=_("Write why."), rows=3
    )
