"""Reads about staff, who is away, and invitations."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.organisations.models import Team

from .enums import Permission, RoleCode
from .models import Absence, FacePhoto, Invitation, Membership, User, bytes_of_face
from .roles import may
from .rules import can_be_reached, can_say_away


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


def membership(*, actor: Actor) -> Membership:
    """How the actor can be reached, for themselves to change, with `face` where they show theirs, without its bytes;
    raises `NotAllowed` for others than staff. One query.
    """
    require(can_be_reached(actor))
    members = Membership.objects.select_related("face").defer("face__large", "face__small")
    return members.get(user_id=actor.user_id, authority_id=actor.authority_id)


def own_face(*, actor: Actor) -> FacePhoto:
    """The face that the actor shows, for themselves; raises `NotVisible` where they show none. One query."""
    found = FacePhoto.objects.filter(membership__user_id=actor.user_id, authority_id=actor.authority_id).first()
    if found is None:
        raise NotVisible
    return found


def absences(*, actor: Actor) -> QuerySet[Absence]:
    """The absences that the actor may change: their own; for a manager all of the authority."""
    of_authority = Absence.objects.filter(authority_id=actor.authority_id)
    return of_authority if may(actor, Permission.ALLOCATE) else of_authority.filter(user_id=actor.user_id)


def covered_by(*, actor: Actor) -> QuerySet[Absence]:
    """The absences of today for which the actor covers."""
    return _today().filter(authority_id=actor.authority_id, covered_by_id=actor.user_id)


def _today() -> QuerySet[Absence]:
    today = clock.today()
    return Absence.objects.filter(called_off_at=None, from_date__lte=today, to_date__gte=today)


@dataclass(frozen=True, slots=True)
class Away:
    """Who is or will be away, the soonest first; whom one can say it of, and who could cover."""

    absences: list[Absence]
    advisers: list[User]
    of: list[User]


def away(*, actor: Actor) -> Away:
    """For advisers their own absences, for managers those of all; raises `NotAllowed` for others. Two queries."""
    require(can_be_reached(actor))
    ahead = absences(actor=actor).filter(called_off_at=None, to_date__gte=clock.today())
    everybody = list(advisers(actor=actor))
    of = [adviser for adviser in everybody if can_say_away(actor, adviser.pk)]
    return Away(list(ahead.select_related("user", "covered_by").order_by("from_date", "pk")), everybody, of)


def absence_of(*, actor: Actor, user_id: UUID | None) -> Absence | None:
    """That somebody of the actor's authority is away today, with the colleague who covers and how to reach them; the
    latest said, where there are several. One query; no bytes of a face.
    """
    rows = _today().filter(authority_id=actor.authority_id, user_id=user_id)
    whole = rows.select_related("covered_by__membership__face").defer(*bytes_of_face("covered_by"))
    return whole.order_by("-said_at", "-pk").first()


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


def managers(*, actor: Actor) -> QuerySet[User]:
    """The managers who work for the actor's authority now, by name, with their membership. One query."""
    return (
        User.objects.filter(
            is_active=True,
            membership__authority_id=actor.authority_id,
            membership__role=RoleCode.MANAGER,
            membership__ended_at__isnull=True,
        )
        .select_related("membership")
        .order_by("name", "pk")
    )
