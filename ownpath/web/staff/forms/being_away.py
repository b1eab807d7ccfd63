"""How to reach a member of staff, and when they are away."""

from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ownpath.accounts.cover import span
from ownpath.accounts.queries import Away, Colleague
from ownpath.core import clock
from ownpath.people.actions import Settled
from ownpath.people.enums import MeetingSettling
from ownpath.people.queries import BeforeAway
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import BooleanField, CharField, ChoiceField, DateField, SelectField
from ownpath.web.forms.phone import PhoneField
from ownpath.web.forms.photo import PhotoField


class ReachForm(Form):
    """A number, how and when in one's own words, and a face."""

    phone = PhoneField(label=_("Phone"), required=False)
    words = CharField(
        label=_("How and when can they reach you?"),
        hint=_("Such as: Text me, Tuesday to Friday. I answer the same day."),
        required=False,
        most=200,
    )
    no_face = BooleanField(label=_("Take my photo away"), required=False)
    new_face = PhotoField(label=_("A photo of your face, if you like"), required=False)


def in_a_year() -> date:
    """Later than that, the year is probably a slip."""
    return clock.months_after(clock.today(), 12)


def with_absences(colleague: Colleague) -> str:
    """A name and, where they are away themselves from today on, when."""
    spans = ", ".join(span(one.from_date, one.to_date) for one in colleague.absences)
    if not spans:
        return colleague.user.name
    return gettext("%(name)s (away %(days)s)") % {"name": colleague.user.name, "days": spans}


class AwayForm(Form):
    """Who is away, from when to when, and who covers."""

    user = SelectField(label=_("Who is away?"), missing=_("Choose who is away."))
    from_date = DateField(label=_("First day away"), earliest=clock.today, latest=in_a_year)
    to_date = DateField(label=_("Last day away"), earliest=clock.today, latest=in_a_year)
    covered_by = SelectField(
        label=_("Who covers?"),
        hint=_("On these days they see the young people of whoever is away, and can answer them."),
        missing=_("Choose a colleague who covers."),
    )

    def __init__(self, *args: Any, away: Away, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer("user", [(str(one.pk), one.name) for one in away.of])
        self.offer("covered_by", [(str(one.user.pk), with_absences(one)) for one in away.advisers])

    def clean(self) -> dict[str, Any]:
        """Days in their order, and two people."""
        cleaned: dict[str, Any] = super().clean() or {}
        from_date, to_date = cleaned.get("from_date"), cleaned.get("to_date")
        if from_date and to_date and to_date < from_date:
            self.add_error("to_date", ValidationError(gettext("The last day is before the first.")))
        if cleaned.get("user") and cleaned.get("user") == cleaned.get("covered_by"):
            self.add_error("covered_by", ValidationError(gettext("Choose somebody other than who is away.")))
        return cleaned

    def as_query(self) -> str:
        """What was typed, for an address."""
        names = [name for name in self.data if name.partition("-")[0] in self.fields]
        return urlencode([(name, self.data[name]) for name in names])

    def said(self) -> dict[str, Any]:
        """What was said, as the action takes it."""
        typed = self.cleaned_data
        return {
            "user_id": UUID(typed["user"]),
            "covered_by_id": UUID(typed["covered_by"]),
            "from_date": typed["from_date"],
            "to_date": typed["to_date"],
        }


class SettleForm(Form):
    """For each thing planned on days on which somebody is away: what becomes of it, and why."""

    def __init__(self, *args: Any, before: BeforeAway, **options: Any) -> None:
        super().__init__(*args, **options)
        self.before = before
        for meeting in before.meetings:
            whom = meeting.young_person.first_name or str(meeting.young_person)
            self.fields[f"how_{meeting.pk}"] = ChoiceField(
                label=gettext("What happens to it?"),
                missing=gettext("Choose what happens to it."),
                choices=[
                    (MeetingSettling.COVERED, gettext("%(cover)s goes instead") % {"cover": before.cover.name}),
                    (MeetingSettling.CANCELLED, gettext("Cancel it and tell %(name)s") % {"name": whom}),
                ],
            )
            self.fields[f"reason_{meeting.pk}"] = CharField(
                label=gettext("Why? %(name)s reads this.") % {"name": whom},
                missing=gettext("Write why, in a few words."),
                most=300,
                initial=gettext("%(name)s is away that day.") % {"name": before.user.name.split(" ")[0]},
            )

    def rows(self) -> list[dict[str, Any]]:
        """Each thing planned with its two fields."""
        return [
            {"meeting": one, "how": self[f"how_{one.pk}"], "reason": self[f"reason_{one.pk}"]}
            for one in self.before.meetings
        ]

    def settled(self) -> dict[UUID, Settled]:
        """What becomes of each, as the action takes it."""
        typed = self.cleaned_data
        return {
            one.pk: Settled(MeetingSettling(typed[f"how_{one.pk}"]), typed[f"reason_{one.pk}"])
            for one in self.before.meetings
        }
