"""How somebody comes to Ownpath: added, invited, and joining by the link in their mail."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from ownpath.accounts.actions import make_invitation
from ownpath.accounts.enums import RoleCode
from ownpath.accounts.models import MOST_TRIES, Invitation, Membership, User
from ownpath.accounts.moving import AddressTaken
from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor, system
from ownpath.core.audit import Audited, action
from ownpath.organisations import row_security
from ownpath.organisations.models import Authority
from ownpath.people import queries
from ownpath.people.messages import InvitationWaitsMail
from ownpath.people.models import Allocation, Joining, YoungPerson
from ownpath.people.opening import holds_private_words
from ownpath.people.rules import can_add, can_invite_to_own_record

from .addresses import write_address


class InvitationOver(Exception):
    """The invitation was used already, or ran out."""


class WrongBirthDate(Exception):
    """What was typed is not the date of birth on record. `left` is how often it can be tried again today; with none
    left the invitation waits until tomorrow.
    """

    def __init__(self, left: int) -> None:
        super().__init__("wrong date of birth")
        self.left = left


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
    person.invitation = invitation
    write_address(actor.user_id, person, invitation.email)
    person.version += 1
    person.save(update_fields=["name", "email", "address_by", "is_address_new", "invitation", "version"])
    if earlier is not None:
        earlier.expires_at = clock.now()
        earlier.save(update_fields=["expires_at"])
    return invitation


def accept_invitation(*, token: UUID, birth_date: date | None = None, language: str = "") -> User:
    """Join by the link of an invitation: makes the user, and their membership or the tie to their own record.

    For whoever holds the link: the authority is the link's. A young person proves with their `birth_date` that it is
    theirs, and keeps the language in which they read it. Raises `NotVisible` for an unknown link, `InvitationOver` for
    a used or expired one, `WrongBirthDate`, and `AddressTaken` where the address signs in already. Nothing but the
    number of tries changes then.
    """
    invitation = Invitation.objects.filter(pk=token).first()
    if invitation is None:
        raise NotVisible
    with row_security.only(invitation.authority_id):
        actor = system(invitation.authority_id)
        if invitation.role == RoleCode.YOUNG_PERSON:
            left = try_birth_date(actor=actor, token=token, birth_date=birth_date)
            if left is not None:
                raise WrongBirthDate(left)
        return join(actor=actor, token=token, language=language)


@action
def try_birth_date(*, actor: Actor, token: UUID, birth_date: date | None) -> Audited[int | None]:
    """Compare what somebody with an invitation typed with the date of birth on record: None where they are the same,
    else how many tries are left today. After the last the invitation waits, and whoever sent it is told.

    Counted one after the other, however many come at once. Raises `InvitationOver`.
    """
    invitation = _held(actor, token)
    person = _awaited(invitation)
    if invitation.waits:
        return Audited(0, about=invitation, young_person_id=person.pk)
    if person.birth_date == birth_date:
        return Audited(None, about=invitation, young_person_id=person.pk)
    today = clock.today()
    invitation.wrong_tries = invitation.wrong_tries + 1 if invitation.tried_date == today else 1
    invitation.tried_date = today
    invitation.save(update_fields=["wrong_tries", "tried_date"])
    if invitation.waits and invitation.invited_by:
        InvitationWaitsMail.about(invitation.invited_by.email, person).send_after_commit()
    return Audited(MOST_TRIES - invitation.wrong_tries, about=invitation, young_person_id=person.pk)


@action
def end_old_invitations(*, actor: Actor) -> Audited[int]:
    """Delete the invitations that nobody used and that ran out long ago, names and addresses with them; as the system.
    Returns how many.
    """
    require(actor.is_system)
    old = list(queries.old_invitations(actor=actor).values_list("pk", flat=True))
    YoungPerson.objects.filter(invitation__in=old).update(invitation=None)
    Invitation.objects.filter(pk__in=old, accepted_at=None).delete()
    return Audited(len(old))


@action
def join(*, actor: Actor, token: UUID, language: str = "") -> Audited[User]:
    """What `accept_invitation` does at the authority of the link, once it is proved."""
    invitation = _held(actor, token)
    person = _awaited(invitation) if invitation.role == RoleCode.YOUNG_PERSON else None
    user = _new_user(invitation, language if person else "")
    invitation.accepted_at = clock.now()
    invitation.save(update_fields=["accepted_at"])
    if person is None:
        Membership.objects.create(
            authority_id=invitation.authority_id, user=user, role=invitation.role, team_id=invitation.team_id
        )
        return Audited(user, about=user)
    person.user = user
    person.save(update_fields=["user"])
    _write_joining(invitation, person, user)
    return Audited(user, about=user, young_person_id=person.pk)


def _held(actor: Actor, token: UUID) -> Invitation:
    """The invitation, held until the transaction ends; raises `InvitationOver`."""
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("invited_by")
    invitation = rows.get(pk=token, authority_id=actor.authority_id)
    if invitation.accepted_at is not None or invitation.expires_at <= clock.now():
        raise InvitationOver
    return invitation


def _new_user(invitation: Invitation, language: str) -> User:
    """Also where two invitations to one address are used at the same moment, one of them is told why it cannot be."""
    try:
        with transaction.atomic():
            return User.objects.with_email(invitation.email, invitation.name, language=language)
    except IntegrityError as taken:
        raise AddressTaken from taken


def _awaited(invitation: Invitation) -> YoungPerson:
    person = YoungPerson.objects.current().filter(invitation=invitation, user__isnull=True).first()
    if person is None:
        raise InvitationOver
    return person


def _write_joining(invitation: Invitation, person: YoungPerson, user: User) -> None:
    """Somebody has to check who it is where there are private words to open, where another address was on record
    before, and where somebody joined wrongly before.
    """
    was_undone = Joining.objects.filter(young_person=person).exclude(undone_at=None).exists()
    is_unchecked = person.is_address_new or was_undone or holds_private_words(person.pk)
    Joining.objects.create(
        authority_id=person.authority_id,
        young_person=person,
        user=user,
        email=user.email,
        invited_by_id=invitation.invited_by_id,
        address_by_id=person.address_by_id,
        unchecked_since=clock.now() if is_unchecked else None,
    )
