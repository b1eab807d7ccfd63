"""Reads of young people's records. Each returns only what the actor may see; what is not visible is `NotVisible`."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from ownpath.accounts.enums import Permission, RoleCode
from ownpath.accounts.models import Membership, User
from ownpath.accounts.roles import may
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.organisations import row_security

from .models import YoungPerson


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


def user_with_roles(user_id: Any) -> User | None:
    """The active user with membership and own record joined; for signing in only. One query."""
    return User.objects.select_related("membership", "young_person").filter(pk=user_id, is_active=True).first()


def actor_of(user: Any) -> Actor | None:
    """The actor that a signed-in user is, or None for somebody who no longer belongs anywhere. No query when the user
    was loaded by `user_with_roles`.
    """
    membership: Membership | None = getattr(user, "membership", None)
    if membership is not None and membership.ended_at is None:
        return Actor(
            role=membership.role,
            authority_id=membership.authority_id,
            user_id=user.pk,
            team_id=membership.team_id,
            name=user.name,
        )
    own: YoungPerson | None = getattr(user, "young_person", None)
    if own is not None:
        return Actor(
            role=RoleCode.YOUNG_PERSON,
            authority_id=own.authority_id,
            user_id=user.pk,
            young_person_id=own.pk,
            name=user.name,
        )
    return None


def authority_of(user_id: UUID) -> UUID | None:
    """The authority that a user belongs to, asked once at sign-in."""
    with row_security.everything(reason="Until somebody is signed in, their authority is not known."):
        user = user_with_roles(user_id)
        actor = actor_of(user) if user else None
    return actor.authority_id if actor else None
