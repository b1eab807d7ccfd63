"""The plan review is due within a month, or late; also where nobody has set a day for it."""

from datetime import date
from typing import Any

from django.db.models import F, Max, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from ownpath.attention import days
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.plans.models import Review
from ownpath.plans.rules import MOST_MONTHS_BETWEEN_REVIEWS


def find(people: QuerySet[YoungPerson], today: date) -> list[Reason]:
    """A reason for each review from one month before its day. Without a set day it falls due as many months after the
    last one (or after joining) as the authority sets itself, and no later than the law allows. One query.
    """
    reviews = Review.objects.filter(young_person=OuterRef("pk")).order_by()
    rows = people.annotate(
        set_day=Subquery(reviews.filter(held_date=None).values("due_date")[:1]),
        latest_held=Subquery(reviews.values("young_person").annotate(latest=Max("held_date")).values("latest")),
        start=Coalesce(F("latest_held"), F("joined_date")),
    ).values_list("pk", "set_day", "start", "authority__review_every_months")
    found = (_reason(row, today) for row in rows)
    return [reason for reason in found if reason is not None]


def _reason(row: tuple[Any, ...], today: date) -> Reason | None:
    young_person_id, set_day, start, months = row
    due = set_day or clock.months_after(start, min(months, MOST_MONTHS_BETWEEN_REVIEWS))
    since = clock.months_after(due, -1)
    if today < since:
        return None
    sentence = _sentence(is_set=set_day is not None, is_late=due < today)
    return Reason(
        kind=ReasonKind.REVIEW,
        young_person_id=young_person_id,
        since=since,
        sentence=sentence % {"on_day": days.on(due, today), "day": days.named(due, today)},
    )


def _sentence(*, is_set: bool, is_late: bool) -> str:
    if is_set:
        return _("The plan review was due %(on_day)s.") if is_late else _("The plan review is due %(on_day)s.")
    if is_late:
        return _("No day is set for the plan review yet; it was due by %(day)s.")
    return _("No day is set for the plan review yet; it is due by %(day)s.")
