"""How somebody comes to Ownpath: added, invited, and joining by the link in their mail."""

from datetime import date
from uuid import UUID

from ownpath.accounts.actions import make_invitation
from ownpath.accounts.enums import RoleCode
from ownpath.accounts.models import Invitation, Membership, User
from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor, system
from ownpath.core.audit import Audited, action
from ownpath.organisations import row_security
from ownpath.organisations.models import Authority
from ownpath.people import queries
from ownpath.people.models import Allocation, YoungPerson
from ownpath.people.rules import can_add, can_invite_to_own_record


class InvitationOver(Exception):
    """The invitation was used already, or ran out."""


class AddressTaken(Exception):
    """Somebody already signs in with the invited address. Told only to whoever holds the link."""


class PossibleDuplicate(Exception):
    """Somebody on record could be the same person: `duplicates` says who, as far as the actor may know."""

    def __init__(self, duplicates: queries.Duplicates) -> None:
        super().__init__("possible duplicate")
        self.duplicates = duplicates


@action
def add_young_person(
    *, actor: Actor, name: str, birth_date: date, email: str = "", none_of: str = ""
) -> Audited[YoungPerson]:
    """Begin the record of a young person. An adviser becomes their adviser at once; a manager allocates later.

    For staff who work with young people; raises `NotAllowed` for others. With an address they are invited too.
    Raises `PossibleDuplicate` where somebody on record could be the same person, unless `none_of` is the key of exactly
    those `duplicates`: the actor has seen them, and says that it is somebody else.
    """
    require(can_add(actor))
    # One at a time in an authority, so that two presses at once do not each find nobody.
    Authority.objects.select_for_update(no_key=True).get(pk=actor.authority_id)
    alike = queries.duplicates(actor=actor, name=name, birth_date=birth_date, email=email)
    if alike.key != none_of and alike.key:
        raise PossibleDuplicate(alike)
    person = YoungPerson.objects.create(authority_id=actor.authority_id, name=name.strip(), birth_date=birth_date)
    if actor.role == RoleCode.ADVISER:
        Allocation.objects.create(
            authority_id=actor.authority_id,
            young_person=person,
            adviser_id=actor.user_id,
            allocated_by_id=actor.user_id,
        )
    if email:
        _invite(actor, person, email)
    return Audited(person, about=person, young_person_id=person.pk)


@action
def invite_young_person(*, actor: Actor, young_person_id: UUID, name: str, email: str) -> Audited[Invitation]:
    """Invite a young person to their own record; a later invitation replaces an earlier one.

    For their adviser or a manager; raises `NotVisible` for others and once the young person has joined.
    """
    person = queries.young_person(actor=actor, young_person_id=young_person_id)
    require(can_invite_to_own_record(actor, person))
    person.name = name.strip()
    invitation = _invite(actor, person, email)
    return Audited(invitation, about=invitation, young_person_id=person.pk)


def _invite(actor: Actor, person: YoungPerson, email: str) -> Invitation:
    earlier = person.invitation
    invitation = make_invitation(actor, email=email, name=person.name, role=RoleCode.YOUNG_PERSON)
    person.invitation, person.email = invitation, invitation.email
    person.version += 1
    person.save(update_fields=["name", "email", "invitation", "version"])
    if earlier is not None:
        earlier.expires_at = clock.now()
        earlier.save(update_fields=["expires_at"])
    return invitation


def accept_invitation(*, token: UUID, language: str = "") -> User:
    """Join by the link of an invitation: makes the user, and their membership or the tie to their own record.

    For whoever holds the link: the authority is the link's. A young person keeps the language in which they read it.
    Raises `NotVisible` for an unknown link, `InvitationOver`
    for a used or expired one, `AddressTaken` where the address signs in already. Nothing changes then.
    """
    invitation = Invitation.objects.filter(pk=token).first()
    if invitation is None:
        raise NotVisible
    with row_security.only(invitation.authority_id):
        return join(actor=system(invitation.authority_id), token=token, language=language)


@action
def join(*, actor: Actor, token: UUID, language: str = "") -> Audited[User]:
    """What `accept_invitation` does at the authority of the link."""
    invitation = Invitation.objects.select_for_update().get(pk=token, authority_id=actor.authority_id)
    if invitation.accepted_at is not None or invitation.expires_at <= clock.now():
        raise InvitationOver
    if User.objects.filter(email=invitation.email).exists():
        raise AddressTaken
    is_young_person = invitation.role == RoleCode.YOUNG_PERSON
    user = User.objects.with_email(invitation.email, invitation.name, language=language if is_young_person else "")
    invitation.accepted_at = clock.now()
    invitation.save(update_fields=["accepted_at"])
    _take_place(invitation, user)
    return Audited(user, about=user)


def _take_place(invitation: Invitation, user: User) -> None:
    if invitation.role != RoleCode.YOUNG_PERSON:
        Membership.objects.create(
            authority_id=invitation.authority_id, user=user, role=invitation.role, team_id=invitation.team_id
        )
        return
    person = YoungPerson.objects.current().filter(invitation=invitation, user__isnull=True).first()
    if person is None:
        raise InvitationOver
    person.user = user
    person.save(update_fields=["user"])
