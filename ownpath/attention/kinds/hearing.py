"""Has not told us how life is going for over seven months, or was never asked.

Only a response in which they shared something counts: one that is empty, or wholly private, told nobody anything. That
somebody has begun to answer is theirs to know.
"""

from datetime import date
from typing import Any

from django.db.models import Max, Min, OuterRef, Subquery
from django.utils.translation import gettext as _

from ownpath.attention import days
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.surveys.models import AreaAnswer, SurveyRequest

MONTHS = 7


def known() -> dict[str, Any]:
    """When each person last told us, and when they were first asked."""
    answers = AreaAnswer.objects.readable().filter(young_person=OuterRef("pk")).order_by()
    requests = SurveyRequest.objects.filter(young_person=OuterRef("pk")).order_by()
    return {
        "latest_sent": Subquery(answers.values("young_person").annotate(at=Max("response__sent_at")).values("at")),
        "first_asked": Subquery(requests.values("young_person").annotate(at=Min("requested_at")).values("at")),
    }


def reason(person: Any, today: date) -> Reason | None:
    """Their last response, or first request without any response, is over seven months ago; or they were never asked,
    from the day their record began.
    """
    moment = person.latest_sent or person.first_asked
    since = clock.day_of(moment) if moment else person.joined_date
    if moment and today <= clock.months_after(since, MONTHS):
        return None
    sentence = _sentence(has_told=bool(person.latest_sent), was_asked=bool(person.first_asked))
    return Reason(
        kind=ReasonKind.NOT_HEARD if moment else ReasonKind.NEVER_ASKED,
        young_person_id=person.pk,
        since=since,
        sentence=sentence % {"day": days.named(since, today)},
    )


def _sentence(*, has_told: bool, was_asked: bool) -> str:
    if has_told:
        return _("Has not told us how life is going since %(day)s.")
    if was_asked:
        return _("Was asked how life is going on %(day)s, and has not told us yet.")
    return _("Has never been asked how life is going. Their record began on %(day)s.")
