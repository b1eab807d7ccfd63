"""What somebody is when they sign in; asked before anything of their authority may be read."""

from datetime import datetime
from typing import Any
from uuid import UUID

from ownpath.accounts.enums import RoleCode
from ownpath.accounts.models import Membership, User
from ownpath.core.actor import Actor
from ownpath.organisations import row_security
from ownpath.people.models import Joining, YoungPerson


def user_with_roles(user_id: Any) -> User | None:
    """The active user with membership, own record and joining; for signing in only. One query."""
    return (
        User.objects.select_related("membership", "young_person", "joining").filter(pk=user_id, is_active=True).first()
    )


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
            language=user.language,
        )
    own: YoungPerson | None = getattr(user, "young_person", None)
    if own is not None:
        return Actor(
            role=RoleCode.YOUNG_PERSON,
            authority_id=own.authority_id,
            user_id=user.pk,
            young_person_id=own.merged_into_id or own.pk,
            name=user.name,
            language=user.language,
            unchecked_since=_unchecked_since(user),
        )
    return None


def actor_with_address(address: str) -> Actor | None:
    """The actor that somebody with this address would be; to write to them in their language. None for an address that
    nobody signs in with.
    """
    with row_security.everything(reason="Until somebody is signed in, their authority is not known."):
        users = User.objects.select_related("membership", "young_person", "joining")
        user = users.filter(email=address.lower(), is_active=True).first()
        return actor_of(user) if user else None


def _unchecked_since(user: Any) -> datetime | None:
    joining: Joining | None = getattr(user, "joining", None)
    return joining.unchecked_since if joining else None


def actor_signing_in(user_id: UUID) -> Actor | None:
    """The actor that somebody is about to be, asked once at sign-in; None for somebody who belongs nowhere."""
    with row_security.everything(reason="Until somebody is signed in, their authority is not known."):
        user = user_with_roles(user_id)
        return actor_of(user) if user else None
