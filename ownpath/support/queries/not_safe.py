"""Who does not feel safe and has not been spoken with: what whoever rings them has to know, in one place."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from ownpath.about_me.enums import Heading
from ownpath.about_me.models import Told
from ownpath.about_me.numbers import Number, numbers_of
from ownpath.about_me.queries import SafeContact
from ownpath.about_me.queries.reaching import safe_contact_in
from ownpath.accounts.cover import works_as_adviser
from ownpath.accounts.models import Membership, User
from ownpath.accounts.queries import cover
from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.enums import ContactResult
from ownpath.people.models import Allocation, Contact, YoungPerson
from ownpath.support.enums import AskKind, EntryKind
from ownpath.support.models import Ask, AskEntry, CallOut, Standards

from .asks import asks
from .helping import climbs_at

THEIR_WORDS = (EntryKind.LINE, EntryKind.AGAIN)
OUR_WORDS = (EntryKind.ANSWER, EntryKind.STILL_OPEN, EntryKind.GIVEN)


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the service, how to ring them, until when they are away, and whether they have left."""

    name: str
    phone: str = ""
    away_until: date | None = None
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class NotSafe:
    """A young person who said, once or several times, that they do not feel safe, and has not been spoken with since.

    `entries` are what they and we wrote about it since; `tried` the contacts in which somebody did not reach them;
    `latest` the last contact that did, before or after.
    """

    young_person: YoungPerson
    asks: tuple[Ask, ...]
    contact: SafeContact
    entries: tuple[AskEntry, ...] = ()
    call_outs: tuple[CallOut, ...] = ()
    tried: tuple[Contact, ...] = ()
    latest: Contact | None = None
    adviser: Colleague | None = None
    cover: Colleague | None = None

    @property
    def since(self) -> datetime:
        """When they said it first, or opened that again."""
        return self.asks[0].opened_at

    @property
    def minutes(self) -> int:
        """Whole minutes since then."""
        return max(0, int((clock.now() - self.since).total_seconds()) // 60)

    @property
    def climbs_at(self) -> datetime:
        """When a manager is told, where nobody has spoken with them until then."""
        return climbs_at(self.asks[0], getattr(self.asks[0], "set_minutes", None))

    @property
    def has_climbed(self) -> bool:
        """Whether that moment has passed."""
        return self.climbs_at <= clock.now()

    @property
    def numbers(self) -> list[Number]:
        """The numbers to reach them on."""
        return numbers_of(self.contact, self.young_person.phone)

    @property
    def own_words(self) -> tuple[str, ...]:
        """All that they wrote about it, the first first."""
        asked = (ask.words for ask in self.asks)
        return tuple(filter(None, (*asked, *(line.words for line in self.entries if line.kind in THEIR_WORDS))))

    @property
    def our_lines(self) -> tuple[AskEntry, ...]:
        """What we wrote about it."""
        return tuple(line for line in self.entries if line.kind in OUR_WORDS)

    @property
    def given_to(self) -> str:
        """The manager who has it, where it was given to one."""
        holder = next((ask.held_by for ask in self.asks if ask.held_by), None)
        return holder.name if holder else ""


def calls(*, actor: Actor) -> QuerySet[Ask]:
    """The asks of those who do not feel safe and have not been spoken with, whom the actor may see."""
    return asks(actor=actor).filter(kind=AskKind.NOT_SAFE, answered_at=None, young_person__ended_date=None)


def not_safe(*, actor: Actor) -> list[NotSafe]:
    """Everybody whom the actor may see who does not feel safe and has not been spoken with, the longest waiting first.

    The same for advisers, managers and duty workers. One query; seven where there is somebody.
    """
    return _with_all_about_them(actor, calls(actor=actor))


def not_safe_of(*, actor: Actor, young_person_id: UUID) -> NotSafe:
    """The same of one of them; raises `NotVisible` where they do not wait, or no longer. Seven queries."""
    found = _with_all_about_them(actor, calls(actor=actor).filter(young_person_id=young_person_id))
    if not found:
        raise NotVisible
    return found[0]


def _with_all_about_them(actor: Actor, rows: QuerySet[Ask]) -> list[NotSafe]:
    set_here = Standards.objects.filter(authority=OuterRef("authority")).order_by("-version").values("climb_minutes")
    reached = Contact.objects.filter(young_person=OuterRef("young_person"), result=ContactResult.REACHED)
    waiting = rows.annotate(
        set_minutes=Subquery(set_here[:1]), latest_id=Subquery(reached.order_by("-at", "-pk").values("pk")[:1])
    )
    by_person: dict[UUID, list[Ask]] = defaultdict(list)
    for ask in waiting.select_related("young_person", "held_by").order_by("opened_at", "pk"):
        by_person[ask.young_person_id].append(ask)
    if not by_person:
        return []
    about = _About(actor, [ask for found in by_person.values() for ask in found])
    return [about.of(tuple(found)) for found in by_person.values()]


class _About:
    """What there is to know about several people who do not feel safe. Six queries, however many they are."""

    def __init__(self, actor: Actor, waiting: list[Ask]) -> None:
        people, since = {ask.young_person_id for ask in waiting}, min(ask.opened_at for ask in waiting)
        of_them = {"young_person__in": people}
        lines = AskEntry.objects.filter(ask__in=waiting, kind__in=THEIR_WORDS + OUR_WORDS, at__gte=since)
        called = CallOut.objects.filter(ask__in=waiting, called_at__gte=since)
        latest = {getattr(ask, "latest_id", None) for ask in waiting}
        contacts = Contact.objects.filter(Q(pk__in=latest) | Q(**of_them, at__gte=_minute(since)))
        allocations = Allocation.objects.filter(**of_them, ended_at=None)
        told = Told.objects.filter(**of_them, heading=Heading.CONTACT, ended_at=None)
        self.lines = _by_person(lines.select_related("by").order_by("at", "pk"))
        self.called = _by_person(called.select_related("user").order_by("called_at", "pk"))
        self.contacts = _by_person(contacts.select_related("recorded_by").order_by("at", "pk"))
        self.allocations = _by_person(allocations.select_related("adviser__membership"))
        self.told = _by_person(told)
        self.cover = cover(actor=actor)

    def of(self, waiting: tuple[Ask, ...]) -> NotSafe:
        """All about the young person of these asks."""
        person, since = waiting[0].young_person, waiting[0].opened_at
        contacts = self.contacts[person.pk]
        tried = [one for one in contacts if one.result == ContactResult.TRIED and one.at >= _minute(since)]
        reached = [one for one in contacts if one.result == ContactResult.REACHED]
        adviser, cover = self._service_of(person)
        return NotSafe(
            young_person=person,
            asks=waiting,
            contact=safe_contact_in(self.told[person.pk]),
            entries=tuple(line for line in self.lines[person.pk] if line.at >= since),
            call_outs=tuple(call for call in self.called[person.pk] if call.called_at >= since),
            tried=tuple(tried),
            latest=reached[-1] if reached else None,
            adviser=adviser,
            cover=cover,
        )

    def _service_of(self, person: YoungPerson) -> tuple[Colleague | None, Colleague | None]:
        """Their adviser of now, and who covers while that adviser is away."""
        allocation = next(iter(self.allocations[person.pk]), None)
        if allocation is None:
            return None, None
        adviser, today = allocation.adviser, clock.today()
        there = self.cover.there_for(adviser.pk, today)
        return _colleague(adviser, self.cover.away_until(adviser.pk, today)), _colleague(there) if there else None


def _colleague(user: User, away_until: date | None = None) -> Colleague:
    member: Membership | None = getattr(user, "membership", None)
    return Colleague(user.name, member.phone if member else "", away_until, has_left=not works_as_adviser(user))


def _by_person(rows: Iterable[Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.young_person_id].append(row)
    return found


def _minute(moment: datetime) -> datetime:
    """Contacts are written down by the minute."""
    return moment.replace(second=0, microsecond=0)
