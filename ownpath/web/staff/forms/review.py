"""The review that was held, and the day of the next one."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ownpath.core import clock
from ownpath.plans.actions import ReviewNote
from ownpath.plans.queries import AtHand
from ownpath.plans.rules import latest_review_date
from ownpath.web.formats import format_date
from ownpath.web.forms.base import Form
from ownpath.web.forms.fields import BooleanField, DateField


def a_year_ago() -> date:
    """No contact that is written down now was earlier, so no review follows from one that was."""
    return clock.months_after(clock.today(), -12)


def in_a_year() -> date:
    """No plan waits so long for its next review."""
    return clock.months_after(clock.today(), 12)


class ReviewForm(Form):
    """Whether the plan was looked at together, and when it is to be next."""

    is_review = BooleanField(label=_("This was a review: we looked at the whole plan together"), required=False)
    review_date = DateField(
        label=_("Day of the next review"),
        hint=_("Leave it empty for the latest day that is allowed."),
        earliest=a_year_ago,
        latest=in_a_year,
        required=False,
    )
    at_hand: AtHand

    def clean(self) -> dict[str, Any]:
        """The next review is in time; where a review was held and no day is typed, it is the latest that may be."""
        cleaned = super().clean() or self.cleaned_data
        is_held, typed, at = cleaned.get("is_review", False), cleaned.get("review_date"), cleaned.get("at")
        day = clock.day_of(at) if at and is_held else clock.today()
        latest = latest_review_date(day, self.at_hand.young_person.authority)
        earliest = min(clock.today(), latest)
        if typed and not earliest <= typed <= latest:
            sentence = _now("Write a day from %(first)s to %(last)s.")
            self.add_error("review_date", sentence % {"first": format_date(earliest), "last": format_date(latest)})
        next_date = typed or (latest if is_held else None)
        cleaned["review"] = ReviewNote(is_held, next_date) if next_date else None
        return cleaned
