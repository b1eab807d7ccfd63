"""Whether whoever joined is the young person: checked by somebody else, doubted, or undone."""

from uuid import UUID

from django.utils.translation import gettext as _

from ownpath.accounts.models import User
from ownpath.accounts.queries import managers
from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.core.refusal import Refused
from ownpath.people.enums import CheckedHow
from ownpath.people.messages import JoiningDisputedMail
from ownpath.people.models import Joining, YoungPerson
from ownpath.people.queries.joining import accounts_of, who_brought_them
from ownpath.people.rules import can_check_joining, can_dispute_joining, can_undo_joining

from .holding import hold

# Nobody signs in with an address that ends so: RFC 2606 keeps it free.
_NOWHERE = "undone.invalid"


@action
def check_joining(*, actor: Actor, young_person_id: UUID, user_id: UUID, how: str) -> Audited[Joining]:
    """Say that whoever joined is really the young person, and how one knows: what was private before is open to them
    from now on. Twice changes nothing.

    For staff who work with the young person and brought none of their accounts; raises `NotAllowed` for others, and
    `NotVisible` for an account that is not there.
    """
    person = hold(actor, young_person_id)
    require(can_check_joining(actor, person, who_brought_them(person)) and how in CheckedHow)
    joining = joining_of(person, user_id)
    if joining.waits:
        joining.unchecked_since, joining.disputed_at = None, None
        joining.checked_at, joining.checked_by_id, joining.checked_how = clock.now(), actor.user_id, how
        joining.save()
    return Audited(joining, about=joining, young_person_id=person.pk)


@action
def dispute_joining(*, actor: Actor, young_person_id: UUID, user_id: UUID) -> Audited[Joining]:
    """Say that whoever signs in is not the young person. What is private is shut to that account at once, and the
    managers are told. For staff who work with them, and for the young person themselves, on a device that was lent to
    them. Raises `NotVisible` for an account that is not there.
    """
    person = hold(actor, young_person_id)
    require(can_dispute_joining(actor, person))
    joining = joining_of(person, user_id)
    _dispute(actor, person, joining)
    return Audited(joining, about=joining, young_person_id=person.pk)


@action
def undo_joining(*, actor: Actor, young_person_id: UUID, user_id: UUID, words: str) -> Audited[Joining]:
    """Undo a joining that was wrong: a manager, with a reason that the young person reads. The account is closed at
    once, its address is free, and the record can be invited again. What it wrote stays; what is private stays shut.

    Raises `NotAllowed` for others, `Refused` without a reason, and `NotVisible` for an account that is not there.
    """
    person = hold(actor, young_person_id)
    require(can_undo_joining(actor, person))
    if not words.strip():
        raise Refused(_("Write why it was wrong."), "words")
    joining = joining_of(person, user_id)
    shut(joining)
    joining.undone_at, joining.undone_by_id, joining.undone_words = clock.now(), actor.user_id, words.strip()
    joining.save()
    _let_go(person, user_id)
    User.objects.filter(pk=user_id).update(is_active=False, email=f"{user_id}@{_NOWHERE}")
    return Audited(joining, about=joining, young_person_id=person.pk)


@action
def say_not_me(*, actor: Actor) -> Audited[None]:
    """The young person says on a lent device that an address that signs in to their record is not theirs: what
    `dispute_joining` does, for every account of it. `NotAllowed` for anybody else.
    """
    require(actor.sitting_id is not None)
    assert actor.young_person_id is not None
    person = hold(actor, actor.young_person_id)
    for account in accounts_of(person):
        _dispute(actor, person, joining_of(person, account.user.pk))
    return Audited(None, young_person_id=person.pk)


def _dispute(actor: Actor, person: YoungPerson, joining: Joining) -> None:
    if joining.disputed_at is not None:
        return
    joining.disputed_at = clock.now()
    shut(joining)
    for manager in managers(actor=actor):
        JoiningDisputedMail.about(manager.email, person).send_after_commit()


def _let_go(person: YoungPerson, user_id: UUID) -> None:
    """The record has this account no longer; another one that came with a merge takes its place."""
    YoungPerson.objects.filter(user_id=user_id).update(user=None)
    merged = YoungPerson.objects.filter(merged_into=person, user__isnull=False).order_by("joined_date", "pk").first()
    if merged is not None and not YoungPerson.objects.filter(pk=person.pk, user__isnull=False).exists():
        left_id, merged.user_id = merged.user_id, None
        merged.save(update_fields=["user"])
        YoungPerson.objects.filter(pk=person.pk).update(user_id=left_id)


def shut(joining: Joining) -> None:
    """Shut what is private to an account from now on, until somebody has checked who it is."""
    joining.unchecked_since = clock.now()
    joining.checked_at, joining.checked_by, joining.checked_how = None, None, ""
    joining.save()


def joining_of(person: YoungPerson, user_id: UUID) -> Joining:
    """How one account of a record joined, written down now where it never was; raises `NotVisible`."""
    account = next((one for one in accounts_of(person) if one.user.pk == user_id), None)
    if account is None:
        raise NotVisible
    if account.joining is not None:
        return account.joining
    invitation = YoungPerson.objects.select_related("invitation").get(user_id=user_id).invitation
    return Joining.objects.create(
        authority_id=person.authority_id,
        young_person=person,
        user=account.user,
        email=account.user.email,
        joined_at=account.user.joined_at,
        invited_by_id=invitation.invited_by_id if invitation else None,
    )
