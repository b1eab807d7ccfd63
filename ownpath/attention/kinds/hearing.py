"""Has not told us how life is going for over seven months, or was never asked.

Only what was sent counts: that somebody has begun to answer is theirs to know.
"""

from datetime import date
from typing import Any

from django.db.models import Max, Min, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from ownpath.attention import days
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.surveys.models import Response, SurveyRequest

MONTHS = 7


def find(people: QuerySet[YoungPerson], today: date) -> list[Reason]:
    """A reason for each person whose last response, or first request without any response, is over seven months ago,
    and for each who was never asked, from the day they joined. One query.
    """
    responses = Response.objects.filter(young_person=OuterRef("pk"), sent_at__isnull=False).order_by()
    requests = SurveyRequest.objects.filter(young_person=OuterRef("pk")).order_by()
    rows = people.annotate(
        latest_sent=Subquery(responses.values("young_person").annotate(at=Max("sent_at")).values("at")),
        first_asked=Subquery(requests.values("young_person").annotate(at=Min("requested_at")).values("at")),
    ).values_list("pk", "latest_sent", "first_asked", "joined_date")
    found = (_reason(row, today) for row in rows)
    return [reason for reason in found if reason is not None]


def _reason(row: tuple[Any, ...], today: date) -> Reason | None:
    young_person_id, sent, asked, joined = row
    moment = sent or asked
    since = clock.day_of(moment) if moment else joined
    if moment and today <= clock.months_after(since, MONTHS):
        return None
    return Reason(
        kind=ReasonKind.NOT_HEARD if moment else ReasonKind.NEVER_ASKED,
        young_person_id=young_person_id,
        since=since,
        sentence=_sentence(has_told=bool(sent), was_asked=bool(asked)) % {"day": days.named(since, today)},
    )


def _sentence(*, has_told: bool, was_asked: bool) -> str:
    if has_told:
        return _("Has not told us how life is going since %(day)s.")
    if was_asked:
        return _("Was asked how life is going on %(day)s, and has not told us yet.")
    return _("Has never been asked how life is going; joined on %(day)s.")
