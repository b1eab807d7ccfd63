"""Planning when to meet, moving and cancelling it."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ownpath.core import clock
from ownpath.people.enums import PLANNED_WAYS
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import CharField, ChoiceField, DateTimeField
from ownpath.web.forms.lines import NameField


def in_a_year() -> date:
    """Later than that, the year is probably a slip."""
    return clock.months_after(clock.today(), 12)


class MeetingForm(Form):
    """When, how, where, with whom."""

    at = DateTimeField(label=_("When"), earliest=clock.today, latest=in_a_year)
    way = ChoiceField(label=_("How"), choices=PLANNED_WAYS, classes="govuk-radios--inline")
    place = CharField(label=_("Where"), required=False, most=200)
    with_whom = NameField(label=_("With whom"), missing=_("Write who they will meet."), most=120)

    def clean_at(self) -> datetime:
        """A moment that has not come yet."""
        at: datetime = self.cleaned_data["at"]
        if at <= clock.now():
            raise ValidationError(gettext("This time has gone by."))
        return at


class ReasonField(CharField):
    """Why something planned changes; the young person reads it."""

    def __init__(self, **options: Any) -> None:
        defaults: dict[str, Any] = {
            "hint": _("They read this."),
            "missing": _("Write why, in a few words."),
            "most": 300,
        }
        super().__init__(**defaults | options)


class MoveMeetingForm(MeetingForm):
    """Another time, way or place, and why."""

    reason = ReasonField(label=_("Why is it moved?"))


class CancelMeetingForm(Form):
    """Why it will not take place."""

    reason = ReasonField(label=_("Why is it cancelled?"))


class MissMeetingForm(Form):
    """That we did not come, in words to the young person."""

    reason = ReasonField(label=_("What do you say to them?"))
