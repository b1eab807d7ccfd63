"""A contact and all that came of it, on one page."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ownpath.core import clock
from ownpath.people.enums import ContactResult, ContactWay
from ownpath.plans.queries import AtHand
from ownpath.support.enums import AskKind
from ownpath.support.rules import is_since, is_way_to_answer
from ownpath.web.formats import format_date
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import ChoiceField, DateTimeField, HiddenField, MultipleChoiceField, TextField
from ownpath.web.forms.lines import NameField

from .review import ReviewForm
from .steps import NUMBERS, PARTS, AgreedStepsForm

# What became of trying to reach somebody, under the question "Did you reach them?".
RESULTS = ((ContactResult.REACHED, _("Yes")), (ContactResult.TRIED, _("No, I tried")))
OUTCOMES = ("ask_ids", *(f"step_{number}_{part}" for number in NUMBERS for part in ("words", "new_goal")), "is_review")


def a_year_ago() -> date:
    """Earlier than that, the year is probably a slip."""
    return clock.months_after(clock.today(), -12)


class InTouchForm(Form):
    """When, how, whether they were reached, a line."""

    at = DateTimeField(label=_("When"), earliest=a_year_ago, latest=clock.today)
    way = ChoiceField(label=_("How"), choices=ContactWay.choices, classes="govuk-radios--inline")
    result = ChoiceField(label=_("Did you reach them?"), choices=RESULTS, classes="govuk-radios--inline")
    words = TextField(
        label=_("What was said and done"),
        hint=_("A line or more. Write it so that they could read it."),
        required=False,
        rows=5,
    )

    def clean_at(self) -> datetime:
        """A moment that has come."""
        at: datetime = self.cleaned_data["at"]
        if at > clock.now():
            raise ValidationError(_now("This time has not come yet."))
        return at

    def clean(self) -> dict[str, Any]:
        """Where they were in touch there is a line about it."""
        cleaned = super().clean() or self.cleaned_data
        is_reached = cleaned.get("result") == ContactResult.REACHED
        if is_reached and not cleaned.get("words") and "words" not in self.errors:
            self.add_error("words", _now("Write a line about it, so that nobody has to tell it twice."))
        return cleaned


class RecordContactForm(InTouchForm, AgreedStepsForm, ReviewForm):
    """When, how, who, a line; what they had asked for and spoke about; steps; the review."""

    who_was_there = NameField(label=_("Who else was there?"), required=False, most=200)
    meeting_id = HiddenField(required=False)
    ask_ids = MultipleChoiceField(label=_("What did you speak about?"), required=False)
    why_open = TextField(
        label=_("If you don’t tick “They don’t feel safe”: why does it stay open?"),
        hint=_("They read it. So does whoever rings next."),
        required=False,
        rows=2,
        most=1000,
    )
    field_order = (
        *("at", "way", "result", "who_was_there", "words", "ask_ids", "why_open"),
        *(f"step_{number}_{part}" for number in NUMBERS for part in PARTS),
        *("is_review", "review_date"),
    )

    def __init__(self, *args: Any, at_hand: AtHand, came_from: UUID | None = None, **options: Any) -> None:
        super().__init__(*args, at_hand=at_hand, **options)
        self.offer("ask_ids", [(str(ask.pk), _ask(ask)) for ask in at_hand.asks])
        self.ticked_by_us = {ask.pk for ask in at_hand.asks_with(came_from)}
        self.fields["ask_ids"].initial = [str(pk) for pk in self.ticked_by_us]
        if not at_hand.calls:
            del self.fields["why_open"]

    def clean_meeting_id(self) -> UUID | None:
        """What was planned, if this is it."""
        return self.at_hand.meeting.pk if self.at_hand.meeting else None

    def clean_ask_ids(self) -> list[UUID]:
        """The asks that were spoken about: not before they were asked, and in a way in which they can be. Where nobody
        was reached, a tick that the page itself made counts for nothing; so does one that a message cannot answer, and
        then the form asks why it stays open.
        """
        ticked = [UUID(pk) for pk in self.cleaned_data["ask_ids"]]
        at, way, result = (self.cleaned_data.get(name) for name in ("at", "way", "result"))
        if result == ContactResult.TRIED:
            return [pk for pk in ticked if pk not in self.ticked_by_us]
        spoken_about = [
            ask for ask in self.at_hand.asks if ask.pk in ticked and (not way or is_way_to_answer(ask, way))
        ]
        if at and not all(is_since(ask, at) for ask in spoken_about):
            raise ValidationError(_now("They asked for this later than the time above."))
        return [ask.pk for ask in spoken_about]

    def clean(self) -> dict[str, Any]:
        """Where one only tried, nothing came of it. Whoever does not feel safe was spoken with about it, or somebody
        says why it stays open.
        """
        cleaned = super().clean()
        if cleaned.get("result") == ContactResult.TRIED:
            for name in OUTCOMES:
                if cleaned.get(name):
                    self.add_error(name, _now("You did not reach them, so nothing can have come of it yet."))
        elif "ask_ids" in cleaned and not (cleaned.get("why_open") or "").strip():
            self._ask_why(cleaned)
        return cleaned

    def _ask_why(self, cleaned: dict[str, Any]) -> None:
        left = [ask for ask in self.at_hand.calls if ask.pk not in cleaned["ask_ids"]]
        if left and cleaned.get("way") == ContactWay.MESSAGE:
            self.add_error(
                "why_open",
                _now("A message is not enough: somebody has to speak with them. Write why it stays open until then."),
            )
        elif left:
            self.add_error(
                "why_open", _now("They don’t feel safe. Tick it if you spoke about it, or write why it stays open.")
            )


def _ask(ask: Any) -> str:
    what = _now("They don’t feel safe") if ask.kind == AskKind.NOT_SAFE else ask.title
    if ask.kind == AskKind.HELP and not ask.area_title:
        what = _now("Help")
    asked = _now("%(what)s, asked on %(day)s") % {"what": what, "day": format_date(ask.asked_at)}
    if ask.opened_again_at:
        asked = _now("%(asked)s, opened again on %(day)s") % {"asked": asked, "day": format_date(ask.opened_again_at)}
    return f"{asked}: {ask.words}" if ask.words else asked
