"""Asked for something, or said that they don’t feel safe, and still waits for what ends it.

What is for managers only (a complaint, another adviser) is no reason: an adviser reads these lists. Managers have it on
their page of asks.
"""

from datetime import date, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from ownpath.attention import days
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.core.wording import isolated
from ownpath.people.models import YoungPerson
from ownpath.support.enums import FOR_MANAGERS, AskKind, EntryKind
from ownpath.support.models import Ask, AskEntry, Standards
from ownpath.support.queries.lists import is_late

FROM_THEM = (EntryKind.LINE, EntryKind.AGAIN)
_QUICK = {AskKind.NOT_SAFE: ReasonKind.NOT_SAFE, AskKind.HELP: ReasonKind.HELP}


def find(people: QuerySet[YoungPerson], today: date) -> list[Reason]:
    """A reason for each open ask, from the day it was opened or opened again. The same ask twice on one day is one.

    One query.
    """
    asks = Ask.objects.filter(young_person__in=people, answered_at=None).exclude(kind__in=FOR_MANAGERS)
    set_here = Standards.objects.filter(authority_id=OuterRef("authority_id")).order_by("-version")
    entries = AskEntry.objects.filter(ask=OuterRef("pk")).order_by("-at", "-pk")
    asks = asks.annotate(
        climb_minutes=Subquery(set_here.values("climb_minutes")[:1]),
        last_kind=Subquery(entries.values("kind")[:1]),
        last_words=Subquery(entries.values("words")[:1]),
        last_at=Subquery(entries.values("at")[:1]),
    )
    return list(dict.fromkeys(_reason(ask, today) for ask in asks.select_related("offer_entry").order_by("opened_at")))


def _reason(ask: Any, today: date) -> Reason:
    day = clock.day_of(ask.opened_at)
    usual = ReasonKind.PROMISE if is_late(ask, today) else ReasonKind.ASK
    return Reason(
        kind=_QUICK.get(AskKind(ask.kind), usual),
        young_person_id=ask.young_person_id,
        since=day,
        sentence=_sentence(ask, today),
        own_words=_newest_words(ask),
    )


def _newest_words(ask: Any) -> str:
    """What they said last, where nobody has answered that yet; else what they asked."""
    return str(ask.last_words or ask.words) if ask.last_kind in FROM_THEM else str(ask.words)


def _sentence(ask: Any, today: date) -> str:
    """That it was asked, that it was opened again, and what we owe: each a sentence of its own, with its day."""
    on_day = days.on(clock.day_of(ask.asked_at), today)
    if ask.kind == AskKind.NOT_SAFE:
        asked = _("Said they don’t feel safe, %(on_day)s.") % {"on_day": on_day}
    elif ask.kind == AskKind.HELP and ask.area_title:
        asked = _("Asked for help with “%(area)s”, %(on_day)s.") % {"area": isolated(ask.area_title), "on_day": on_day}
    elif ask.kind == AskKind.HELP:
        asked = _("Asked for help, %(on_day)s.") % {"on_day": on_day}
    else:
        asked = _("Asked %(on_day)s: “%(what)s”.") % {"what": isolated(ask.title), "on_day": on_day}
    return " ".join(filter(None, [asked, _again(ask, today), _said_more(ask, today), _waits(ask, today)]))


def _again(ask: Ask, today: date) -> str:
    if ask.opened_again_at is None:
        return ""
    return _("Opened again %(on_day)s.") % {"on_day": days.on(clock.day_of(ask.opened_again_at), today)}


def _said_more(ask: Any, today: date) -> str:
    if ask.last_kind != EntryKind.LINE:
        return ""
    return _("Wrote again %(on_day)s.") % {"on_day": days.on(clock.day_of(ask.last_at), today)}


def _waits(ask: Ask, today: date) -> str:
    """What we owe them about it, as a sentence of its own; nothing while we are within what we promised."""
    if ask.kind == AskKind.NOT_SAFE:
        return _("Nobody has spoken with them in time: it is with the managers too.") if _has_climbed(ask) else ""
    if ask.heard_at is None and ask.hear_by is not None and ask.hear_by < today:
        return _("We are late: we said they would hear by %(day)s.") % {"day": days.named(ask.hear_by, today)}
    if ask.decide_by is not None and ask.decide_by < today:
        return _("We are late: we said it would be decided by %(day)s.") % {"day": days.named(ask.decide_by, today)}
    if ask.heard_at is not None and not ask.is_quick:
        return _("We have answered, and it is not decided yet.")
    return ""


def _has_climbed(ask: Ask) -> bool:
    minutes = getattr(ask, "climb_minutes", None) or Standards().climb_minutes
    return ask.opened_at + timedelta(minutes=minutes) <= clock.now()
