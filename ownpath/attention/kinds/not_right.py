"""Said that something in their record is not right, and nobody has answered. An answer is due within a month."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ownpath.attention import days
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.sharing.models import NotRight


def find(people: QuerySet[YoungPerson], today: date) -> list[Reason]:
    """A reason for each, from the day it was said (UK GDPR article 12(3): without delay, within a month). One query."""
    rows = NotRight.objects.filter(young_person__in=people, answered_at=None).order_by("said_at", "pk")
    return [_reason(said, today) for said in rows]


def _reason(said: NotRight, today: date) -> Reason:
    day = clock.day_of(said.said_at)
    sentence = _("Said that something in their record is not right, %(on_day)s.")
    return Reason(
        kind=ReasonKind.NOT_RIGHT,
        young_person_id=said.young_person_id,
        since=day,
        sentence=sentence % {"on_day": days.on(day, today)},
        own_words=said.words,
    )
