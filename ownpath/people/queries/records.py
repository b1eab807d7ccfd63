"""Whose records somebody may open: where every other query of a record starts."""

from typing import Any
from uuid import UUID

from django.db.models import F, FilteredRelation, Q, QuerySet

from ownpath.accounts.enums import Permission
from ownpath.accounts.queries import covered_by
from ownpath.accounts.roles import may
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.core.by_name import ByName
from ownpath.people.enums import CareLeaverStatus, ObservationKind
from ownpath.people.models import Observation, YoungPerson, YoungPersonQuerySet


def young_people(*, actor: Actor) -> YoungPersonQuerySet:
    """The young people whose record the actor may open: themselves, those one is the adviser of now or covers for
    today, or all of the authority for a manager. Every other query of a record starts here; a list or a count goes on
    with `.current()`, which leaves out those whose record has ended.
    """
    people = YoungPerson.objects.filter(authority_id=actor.authority_id, merged_into=None)
    if may(actor, Permission.SEE_AUTHORITY):
        return people
    if may(actor, Permission.SEE_ALLOCATED):
        own, covered = Q(allocation_rows__adviser_id=actor.user_id), Q(allocation_rows__adviser_id__in=_covered(actor))
        return people.filter(own | covered, allocation_rows__ended_at__isnull=True)
    if may(actor, Permission.KEEP_OWN_RECORD):
        return people.filter(pk=actor.young_person_id)
    return people.none()


def allocated_to(*, actor: Actor) -> QuerySet[YoungPerson]:
    """The young people whom the actor is the adviser of now or covers for today, by name, each with the adviser's id
    and name as `adviser_id` and `adviser_name`. One query.
    """
    people = young_people(actor=actor).current().annotate(now=allocation_now())
    theirs = people.filter(Q(now__adviser_id=actor.user_id) | Q(now__adviser_id__in=_covered(actor)))
    return theirs.annotate(adviser_id=F("now__adviser_id"), adviser_name=F("now__adviser__name")).order_by(
        ByName("name"), "pk"
    )


def allocation_now() -> FilteredRelation:
    """The allocation of now, of which everybody has one at most, to join to young people."""
    return FilteredRelation("allocation_rows", condition=Q(allocation_rows__ended_at=None))


def _covered(actor: Actor) -> QuerySet[Any, Any]:
    return covered_by(actor=actor).values("user_id")


def status_of(*, actor: Actor, young_person_id: UUID) -> CareLeaverStatus | None:
    """What somebody is in law, as it was written down last; None where nobody has, or they may not be seen. One
    query.
    """
    found = Observation.objects.filter(young_person__in=young_people(actor=actor), young_person_id=young_person_id)
    latest = found.filter(kind=ObservationKind.STATUS).order_by("-on_date", "-recorded_at").first()
    return CareLeaverStatus(latest.code) if latest else None


def young_person(*, actor: Actor, young_person_id: UUID | None) -> YoungPerson:
    """One young person, with their authority; raises `NotVisible`. One query."""
    found = young_people(actor=actor).select_related("authority", "user").filter(pk=young_person_id).first()
    if found is None:
        raise NotVisible
    return found


def merged_into(*, actor: Actor, young_person_id: UUID) -> UUID | None:
    """The record that one was merged into, if the actor may open that; None otherwise. One query."""
    found = YoungPerson.objects.filter(pk=young_person_id, merged_into__in=young_people(actor=actor))
    return found.values_list("merged_into_id", flat=True).first()
