"""The plan review is due within a month, or late; also where nobody has set a day for it."""

from datetime import date
from typing import Any

from django.db.models import F, Max, OuterRef, Subquery
from django.utils.translation import gettext as _

from ownpath.attention import days
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.plans.models import Review
from ownpath.plans.rules import MOST_MONTHS_BETWEEN_REVIEWS


def known() -> dict[str, Any]:
    """The day set for each person’s review, their last review, and how many months apart their
    authority reviews.
    """
    reviews = Review.objects.filter(young_person=OuterRef("pk")).order_by()
    return {
        "review_set_for": Subquery(reviews.filter(held_date=None).values("due_date")[:1]),
        "latest_review": Subquery(reviews.values("young_person").annotate(latest=Max("held_date")).values("latest")),
        "review_every_months": F("authority__review_every_months"),
    }


def reason(person: Any, today: date) -> Reason | None:
    """A review from one month before its day. Without a set day it falls due as many months after the last one (or
    after joining) as the authority sets itself, and no later than the law allows.
    """
    months = min(person.review_every_months, MOST_MONTHS_BETWEEN_REVIEWS)
    is_set = person.review_set_for is not None
    due = person.review_set_for or clock.months_after(person.latest_review or person.joined_date, months)
    since = clock.months_after(due, -1)
    if today < since:
        return None
    sentence = _sentence(is_set=is_set, is_late=due < today)
    return Reason(
        kind=ReasonKind.REVIEW,
        young_person_id=person.pk,
        since=since,
        sentence=sentence % {"on_day": days.on(due, today), "day": days.named(due, today)},
    )


def _sentence(*, is_set: bool, is_late: bool) -> str:
    if is_set:
        return _("The plan review was due %(on_day)s.") if is_late else _("The plan review is due %(on_day)s.")
    if is_late:
        return _("No day is set for the plan review yet; it was due by %(day)s.")
    return _("No day is set for the plan review yet; it is due by %(day)s.")
