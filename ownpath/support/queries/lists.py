"""Lists of asks: mine, one person's, everybody's."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.people import queries as people
from ownpath.people.models import YoungPerson
from ownpath.support.enums import AskKind, EntryKind
from ownpath.support.models import Ask, AskEntry

from .asks import asks
from .holding import holders

NEWS_DAYS = 14
FROM_STAFF = (EntryKind.ANSWER, EntryKind.SPOKE, EntryKind.STILL_OPEN, EntryKind.GIVEN, EntryKind.DECIDED)


@dataclass(frozen=True, slots=True)
class Asked:
    """One ask as a list shows it, with who has it; an empty name is the managers together."""

    ask: Ask
    holder: str

    @property
    def is_late(self) -> bool:
        """Whether we have not kept what we promised about it."""
        return is_late(self.ask, clock.today())

    @property
    def days_open(self) -> int:
        """Days since it was asked, or opened again."""
        return (clock.today() - clock.day_of(self.ask.opened_at)).days


def is_late(ask: Ask, today: date) -> bool:
    """Whether a day has passed by which we said that we would answer, or decide."""
    is_unheard = ask.heard_at is None and ask.hear_by is not None and ask.hear_by < today
    is_undecided = ask.decide_by is not None and ask.decide_by < today
    return ask.is_open and (is_unheard or is_undecided)


def asked_by(*, actor: Actor, young_person_id: UUID) -> tuple[YoungPerson, list[Asked]]:
    """All that one young person asked for, open first, then the latest first; raises `NotVisible`. Three queries."""
    person = people.young_person(actor=actor, young_person_id=young_person_id)
    rows = asks(actor=actor).filter(young_person=person)
    return person, _listed(actor, rows.order_by(F("answered_at").desc(nulls_first=True), "-opened_at"))


def everything_asked(*, actor: Actor, is_open: bool = True) -> list[Asked]:
    """All asks that a member of staff may see, but of those whose record has ended: those that wait, first who does not
    feel safe, then what we are late with, then the longest waiting; or those that ended, the latest first. Two queries.
    """
    rows = asks(actor=actor).filter(answered_at__isnull=is_open, young_person__ended_date=None)
    found = _listed(actor, rows.order_by("opened_at" if is_open else "-answered_at"))
    return sorted(found, key=_urgency) if is_open else found


def _urgency(row: Asked) -> tuple[bool, bool]:
    return row.ask.kind != AskKind.NOT_SAFE, not row.is_late


def _listed(actor: Actor, rows: QuerySet[Ask]) -> list[Asked]:
    held = holders(actor=actor)
    return [Asked(ask, held.of(ask)) for ask in rows.select_related("young_person", "held_by__membership")]


@dataclass(frozen=True, slots=True)
class News:
    """That somebody answered about an ask, and when."""

    ask: Ask
    by: str
    at: object

    @property
    def is_call(self) -> bool:
        """Whether it is that they do not feel safe, and nobody has spoken with them yet."""
        return self.ask.kind == AskKind.NOT_SAFE and self.ask.is_open


def news(*, actor: Actor) -> list[News]:
    """Asks of one's own to which staff had the last word within two weeks, the latest first; whoever writes a line
    afterwards, or says whether it helped, has dealt with it. And that one does not feel safe, for as long as nobody has
    spoken with one about it. One query.
    """
    last = AskEntry.objects.filter(ask=OuterRef("pk")).order_by("-at", "-pk")
    rows = (
        asks(actor=actor)
        .filter(young_person_id=actor.young_person_id)
        .annotate(
            last_kind=Subquery(last.values("kind")[:1]),
            last_at=Subquery(last.values("at")[:1]),
            last_by=Subquery(last.values("by__name")[:1]),
        )
        .filter(
            Q(last_kind__in=FROM_STAFF, last_at__gte=clock.now() - timedelta(days=NEWS_DAYS))
            | Q(kind=AskKind.NOT_SAFE, answered_at=None)
        )
        .order_by(F("last_at").desc(nulls_last=True), "-opened_at")
    )
    return [News(row, row.last_by or "", row.last_at) for row in rows]
