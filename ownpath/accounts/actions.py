"""Inviting staff, and the one way in which an invitation is made; how to reach them, and when they are away."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from ownpath.core import clock, languages
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.core.photos import Photo, as_face
from ownpath.core.refusal import Refused
from ownpath.organisations.models import Team

from . import queries
from .cover import span
from .messages import InvitationMail
from .models import Absence, FacePhoto, Invitation, Membership, User
from .rules import STAFF_ROLES, can_be_reached, can_invite, can_say_away


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


@action
def note_signing_in(*, actor: Actor) -> Audited[User]:
    """Write down that somebody has just signed in by a code; the event is all there is of it."""
    user = User.objects.get(pk=actor.user_id)
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
    InvitationMail.about(invitation, inviter).send_after_commit(_note_sending, invitation.pk)
    return invitation


def _note_sending(invitation_id: UUID) -> None:
    Invitation.objects.filter(pk=invitation_id).update(sent_at=clock.now())


@action
def set_reach(
    *, actor: Actor, phone: str, words: str, face: Photo | None = None, is_face_removed: bool = False
) -> Audited[Membership]:
    """Say how and when young people can reach one, and show them one's face or no longer: staff who work with them,
    each for themselves. A photo that is replaced or taken away is gone. Raises `NotAllowed` for anybody else.
    """
    require(can_be_reached(actor))
    member = Membership.objects.select_for_update().get(user_id=actor.user_id)
    member.phone, member.reach_words = phone.strip(), words.strip()
    member.save(update_fields=["phone", "reach_words"])
    if is_face_removed:
        FacePhoto.objects.filter(membership=member).delete()
    if face is not None:
        row = FacePhoto.objects.filter(membership=member).first()
        row = row or FacePhoto(authority_id=member.authority_id, membership=member)
        row.show(as_face(face))
        row.save()
    return Audited(member, about=member)


@action
def say_away(*, actor: Actor, user_id: UUID, from_date: date, to_date: date, covered_by_id: UUID) -> Audited[Absence]:
    """Say that an adviser is away, and which colleague covers: the adviser themselves, or a manager.

    On those days the colleague sees and answers the adviser's young people, who read their name, and those for whom
    the adviser covers. Raises `NotVisible` for somebody who does not advise for the authority, `NotAllowed` for others
    and for days in the wrong order, and `Refused` where the colleague is away on any of those days.
    """
    require(can_say_away(actor, user_id) and from_date <= to_date and user_id != covered_by_id)
    queries.locked(actor=actor, user_ids=[user_id, covered_by_id])
    if queries.advisers(actor=actor).filter(pk__in=[user_id, covered_by_id]).count() < 2:
        raise NotVisible
    _refuse_cover_away(actor, covered_by_id, from_date, to_date)
    absence = Absence.objects.create(
        authority_id=actor.authority_id,
        user_id=user_id,
        from_date=from_date,
        to_date=to_date,
        covered_by_id=covered_by_id,
        said_by_id=actor.user_id,
    )
    return Audited(absence, about=absence)


def _refuse_cover_away(actor: Actor, covered_by_id: UUID, from_date: date, to_date: date) -> None:
    rows = Absence.objects.filter(authority_id=actor.authority_id, user_id=covered_by_id, called_off_at=None)
    found = rows.filter(from_date__lte=to_date, to_date__gte=from_date).select_related("user")
    clashes = list(found.order_by("from_date", "pk"))
    if clashes:
        spans = _(" and ").join(span(one.from_date, one.to_date) for one in clashes)
        sentence = _("%(name)s is away %(days)s. Choose somebody who is there on all of these days.")
        raise Refused(sentence % {"name": clashes[0].user.name, "days": spans}, "covered_by")


@action
def call_off_absence(*, actor: Actor, absence_id: UUID) -> Audited[Absence]:
    """Say that an adviser is not away after all, or is back earlier: themselves, or a manager. From now on the
    colleague sees their young people no more. Twice changes nothing; raises `NotVisible` for what is not there.
    """
    absence = queries.absences(actor=actor).select_for_update(of=("self",)).filter(pk=absence_id).first()
    if absence is None:
        raise NotVisible
    if absence.called_off_at is None:
        absence.called_off_at, absence.called_off_by_id = clock.now(), actor.user_id
        absence.save(update_fields=["called_off_at", "called_off_by"])
    return Audited(absence, about=absence)
