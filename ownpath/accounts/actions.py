"""Inviting staff, and the one way in which an invitation is made."""

from uuid import UUID

from ownpath.core import clock, languages
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.organisations.models import Team

from .messages import InvitationMail
from .models import Invitation, User
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


@action
def choose_language(*, actor: Actor, language: str) -> Audited[User]:
    """Somebody chooses the language of their pages and of the mails to them, on whatever device.

    Raises `NotAllowed` for a language that is not offered to them.
    """
    require(languages.is_offered(actor, language))
    user = User.objects.get(pk=actor.user_id)
    user.language = language
    user.save(update_fields=["language"])
    return Audited(user, about=user, young_person_id=actor.young_person_id)


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
