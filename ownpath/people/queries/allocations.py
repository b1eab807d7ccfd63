"""Whose adviser somebody is now, and who has none."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, When

from ownpath.accounts.models import User
from ownpath.accounts.queries import advisers, cover
from ownpath.core import clock
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.by_name import ByName, sort_key
from ownpath.people.models import Allocation, YoungPerson
from ownpath.people.rules import may_allocate

from .records import young_people

MOST_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Placement:
    """Who is somebody's adviser now, and in which team; nobody where all is None."""

    adviser_id: UUID | None = None
    adviser: str = ""
    team_id: UUID | None = None
    team: str = ""


def placements(*, actor: Actor) -> dict[UUID, Placement]:
    """The placement of each young person whom the actor may see and who has an adviser. One query."""
    rows = Allocation.objects.filter(young_person__in=young_people(actor=actor).current(), ended_at=None)
    member = "adviser__membership"
    columns = ("young_person_id", "adviser_id", "adviser__name", f"{member}__team_id", f"{member}__team__name")
    return {
        young_person_id: Placement(adviser_id, adviser, team_id, team or "")
        for young_person_id, adviser_id, adviser, team_id, team in rows.values_list(*columns)
    }


def allocation_of(*, actor: Actor, young_person_id: UUID) -> Allocation | None:
    """Who is the adviser of one young person now, with the adviser's name and phone. One query."""
    rows = Allocation.objects.filter(young_person__in=young_people(actor=actor), young_person_id=young_person_id)
    return rows.filter(ended_at=None).select_related("adviser__membership").first()


def unallocated(*, actor: Actor) -> QuerySet[YoungPerson]:
    """The young people whom the actor may see and who have no adviser now, by name; those without one come last, by
    their number. One query.
    """
    open_rows = Allocation.objects.filter(young_person=OuterRef("pk"), ended_at=None)
    is_nameless = Case(When(name="", then=1), default=0)
    return (
        young_people(actor=actor)
        .current()
        .filter(~Exists(open_rows))
        .order_by(is_nameless, ByName("name"), "child_id", "pk")
    )


@dataclass(frozen=True, slots=True)
class NotCovered:
    """An adviser who is away today with nobody there for them, until when, and how many young people they have."""

    adviser: User
    away_until: date
    people: int


def not_covered(*, actor: Actor) -> list[NotCovered]:
    """The advisers who are away today, have young people whom the actor may see, and for whom nobody is there, by name.
    Two queries.
    """
    today, whole = clock.today(), cover(actor=actor)
    away = {one.user_id: one.user for one in whole.absences if one.from_date <= today}
    alone = [user for user in away.values() if whole.there_for(user.pk, today) is None]
    theirs = young_people(actor=actor).current()
    rows = Allocation.objects.filter(young_person__in=theirs, ended_at=None, adviser__in=alone)
    counts = dict(rows.values_list("adviser_id").annotate(Count("pk")))
    return [
        NotCovered(user, whole.away_until(user.pk, today) or today, counts[user.pk])
        for user in sorted(alone, key=lambda one: (sort_key(one.name), one.pk))
        if user.pk in counts
    ]


@dataclass(frozen=True, slots=True)
class AdviserChoice:
    """An adviser whom one can give somebody to, and how many young people they have."""

    id: UUID
    name: str
    team: str
    people: int


@dataclass(frozen=True, slots=True)
class ToAllocate:
    """How many have no adviser, the first of them, and who could be one."""

    count: int
    people: list[YoungPerson]
    advisers: list[AdviserChoice]


def adviser_choices(*, actor: Actor) -> list[AdviserChoice]:
    """The advisers who work for the authority now, by name. One query."""
    rows = advisers(actor=actor).annotate(people=Count("allocations", filter=Q(allocations__ended_at=None)))
    columns = ("pk", "name", "membership__team__name", "people")
    return [AdviserChoice(pk, name, team or "", people) for pk, name, team, people in rows.values_list(*columns)]


def to_allocate(*, actor: Actor) -> ToAllocate:
    """Who waits for an adviser, a hundred at most at a time, for whoever allocates; raises `NotAllowed` for others.
    Three queries.
    """
    require(may_allocate(actor))
    waiting = unallocated(actor=actor)
    return ToAllocate(waiting.count(), list(waiting[:MOST_AT_ONCE]), adviser_choices(actor=actor))
