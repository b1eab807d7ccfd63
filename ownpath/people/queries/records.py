"""Whose records somebody may open: where every other query of a record starts."""

from uuid import UUID

from django.db.models import Q, QuerySet

from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson


def young_people(*, actor: Actor) -> QuerySet[YoungPerson]:
    """The young people whose record the actor may open: themselves, those one is the adviser of now, or all of the
    authority for a manager. Every other query of a record starts here.
    """
    people = YoungPerson.objects.filter(authority_id=actor.authority_id)
    if may(actor, Permission.SEE_AUTHORITY):
        return people
    if may(actor, Permission.SEE_ALLOCATED):
        return people.filter(allocation_rows__adviser_id=actor.user_id, allocation_rows__ended_at__isnull=True)
    if may(actor, Permission.KEEP_OWN_RECORD):
        return people.filter(pk=actor.young_person_id)
    return people.none()


def allocated_to(*, actor: Actor) -> QuerySet[YoungPerson]:
    """The young people whom the actor is the adviser of now, by name. One query."""
    own = Q(allocation_rows__adviser_id=actor.user_id, allocation_rows__ended_at__isnull=True)
    return young_people(actor=actor).filter(own).order_by("name", "pk")


def young_person(*, actor: Actor, young_person_id: UUID | None) -> YoungPerson:
    """One young person, with their authority; raises `NotVisible`. One query."""
    found = young_people(actor=actor).select_related("authority").filter(pk=young_person_id).first()
    if found is None:
        raise NotVisible
    return found
