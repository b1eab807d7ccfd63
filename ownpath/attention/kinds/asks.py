"""Asked for help, or said that they don’t feel safe, and nobody has spoken with them about it yet."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ownpath.attention import days
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.support.enums import AskKind
from ownpath.support.models import Ask


def find(people: QuerySet[YoungPerson], today: date) -> list[Reason]:
    """A reason for each open ask, from the day it was asked. The same ask twice on one day counts once. One query."""
    asks = Ask.objects.filter(young_person__in=people, answered_at=None).order_by("asked_at")
    return list(dict.fromkeys(_reason(ask, today) for ask in asks))


def _reason(ask: Ask, today: date) -> Reason:
    day = clock.day_of(ask.asked_at)
    is_not_safe = ask.kind == AskKind.NOT_SAFE
    return Reason(
        kind=ReasonKind.NOT_SAFE if is_not_safe else ReasonKind.HELP,
        young_person_id=ask.young_person_id,
        since=day,
        sentence=_sentence(ask, days.on(day, today)),
        own_words=ask.words,
    )


def _sentence(ask: Ask, on_day: str) -> str:
    if ask.kind == AskKind.NOT_SAFE:
        return _("Said they don’t feel safe, %(on_day)s.") % {"on_day": on_day}
    if ask.area_title:
        return _("Asked for help with “%(area)s”, %(on_day)s.") % {"area": ask.area_title, "on_day": on_day}
    return _("Asked for help, %(on_day)s.") % {"on_day": on_day}
