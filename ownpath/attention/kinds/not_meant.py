"""Said that a line of their plan is not what they meant, and nobody has put it right."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ownpath.attention import days
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.core.wording import isolated
from ownpath.people.models import YoungPerson
from ownpath.plans.models import NotMeant


def find(people: QuerySet[YoungPerson], today: date) -> list[Reason]:
    """A reason for each, from the day it was said. One query."""
    rows = NotMeant.objects.filter(young_person__in=people, settled_at=None).order_by("said_at", "pk")
    return [_reason(row, today) for row in rows]


def _reason(row: NotMeant, today: date) -> Reason:
    day = clock.day_of(row.said_at)
    sentence = _("Said %(on_day)s that “%(line)s” on the plan isn’t what they meant.")
    return Reason(
        kind=ReasonKind.NOT_RIGHT,
        young_person_id=row.young_person_id,
        since=day,
        sentence=sentence % {"on_day": days.on(day, today), "line": isolated(row.line)},
        own_words=row.words,
    )
