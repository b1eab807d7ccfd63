"""Reads about staff and invitations."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.organisations.models import Team

from .enums import RoleCode
from .models import Invitation, Membership, User


def teams(*, actor: Actor) -> QuerySet[Team]:
    """The teams of the actor's authority, by name. One query."""
    return Team.objects.filter(authority_id=actor.authority_id).order_by("name")


def advisers(*, actor: Actor) -> QuerySet[User]:
    """The advisers who work for the actor's authority now, by name, with their team. One query."""
    return (
        User.objects.filter(
            is_active=True,
            membership__authority_id=actor.authority_id,
            membership__role=RoleCode.ADVISER,
            membership__ended_at__isnull=True,
        )
        .select_related("membership__team")
        .order_by("name", "pk")
    )


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """What somebody who holds the link may know: who invites them to what, and whether it still works."""

    name: str
    email: str
    authority: str
    inviter: str
    is_young_person: bool
    expires_at: datetime
    is_used: bool

    @property
    def is_over(self) -> bool:
        """Whether the invitation ran out."""
        return self.expires_at <= clock.now()


def invitation(*, token: UUID) -> OpenInvitation | None:
    """The invitation behind a link, or None. For anybody: whoever holds the link is whom it was sent to. One query."""
    found = Invitation.objects.select_related("authority", "invited_by").filter(pk=token).first()
    if found is None:
        return None
    return OpenInvitation(
        name=found.name,
        email=found.email,
        authority=found.authority.name,
        inviter=found.invited_by.name if found.invited_by else found.authority.name,
        is_young_person=found.role == RoleCode.YOUNG_PERSON,
        expires_at=found.expires_at,
        is_used=found.accepted_at is not None,
    )


def is_member_here(*, actor: Actor, email: str) -> bool:
    """Whether somebody of the actor's own authority signs in with this address; other authorities are not asked."""
    return Membership.objects.filter(authority_id=actor.authority_id, user__email=email.strip().lower()).exists()
