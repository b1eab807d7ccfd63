"""Inviting staff, and the one way in which an invitation is made."""

from uuid import UUID

from ownpath.core import clock
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.organisations.models import Team

from .messages import InvitationMail
from .models import Invitation
from .rules import STAFF_ROLES, can_invite


@action
def invite_staff(*, actor: Actor, email: str, name: str, role: str, team_id: UUID | None = None) -> Audited[Invitation]:
    """Invite a member of staff by e-mail, to the actor's own authority.

    For managers and for the command that sets up an authority. Raises `NotAllowed` for anybody else, for a role that
    is not a member of staff's, and for a team of another authority.
    """
    require(role in STAFF_ROLES)
    team_ids = Team.objects.filter(authority_id=actor.authority_id).values_list("pk", flat=True)
    require(team_id is None or team_id in team_ids)
    invitation = make_invitation(actor, email=email, name=name, role=role, team_id=team_id)
    return Audited(invitation, about=invitation)


def make_invitation(actor: Actor, *, email: str, name: str, role: str, team_id: UUID | None = None) -> Invitation:
    """A new invitation to the actor's authority, and its mail. Called inside an action; raises `NotAllowed`."""
    require(can_invite(actor, role))
    invitation = Invitation.objects.create(
        authority_id=actor.authority_id,
        email=email.strip().lower(),
        name=name.strip(),
        role=role,
        team_id=team_id,
        invited_by_id=actor.user_id,
    )
    inviter = actor.name if actor.user_id else invitation.authority.name
    InvitationMail.about(invitation, inviter).send_after_commit(on_sent=lambda: _note_sending(invitation))
    return invitation


def _note_sending(invitation: Invitation) -> None:
    Invitation.objects.filter(pk=invitation.pk).update(sent_at=clock.now())
