"""Answering together: lending the device, and having it back."""

from dataclasses import dataclass
from uuid import UUID

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people import queries as people
from ownpath.people.models import YoungPerson
from ownpath.people.opening import shut_until_somebody_checks
from ownpath.surveys import rules
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AreaAnswer, Sitting
from ownpath.surveys.queries import has_unsent_answers
from ownpath.surveys.queries.sittings import earliest_open


@action
def lend_device(*, actor: Actor, young_person_id: UUID) -> Audited[Sitting]:
    """Staff hand their device to a young person whom they work with, who answers on it as themselves.

    A sitting that the same two left open ends now. Raises `NotVisible` for anybody else.
    """
    whom = people.young_person(actor=actor, young_person_id=young_person_id)
    require(rules.can_request_answers(actor, whom))
    at = {"authority_id": whom.authority_id, "young_person": whom, "lent_by_id": actor.user_id}
    YoungPerson.objects.select_for_update(no_key=True).get(pk=whom.pk)  # held, so that two presses leave one open
    Sitting.objects.filter(**at, ended_at=None).update(ended_at=clock.now())
    sitting = Sitting.objects.create(**at)
    return Audited(sitting, about=sitting, young_person_id=whom.pk)


class NotSentYet(Exception):
    """Something was answered in the sitting and not sent: nobody reads it unless it is sent before the device goes."""


@action
def hand_back(*, actor: Actor, is_certain: bool = False) -> Audited[User | None]:
    """The young person ends their sitting. Brings whose device it is, if they may still go on as themselves there once
    they have typed their PIN: who no longer works with the young person has to sign in again.

    Raises `NotVisible` outside a sitting, and `NotSentYet` where an answer was not sent, unless `is_certain`.
    """
    sitting = Sitting.objects.filter(pk=actor.sitting_id, young_person_id=actor.young_person_id).first()
    if sitting is None:
        raise NotVisible
    if not is_certain and has_unsent_answers(actor=actor):
        raise NotSentYet
    shut_what_was_kept_private(sitting)
    sitting.ended_at = clock.now()
    sitting.save(update_fields=["ended_at"])
    return Audited(_who_may_go_on(sitting), about=sitting, young_person_id=actor.young_person_id)


# How often somebody who has the device may type a wrong PIN.
MOST_PINS = 3


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Who goes on as themselves, or nobody; whose young person it was; and how often a PIN can still be tried."""

    lender: User | None
    young_person_id: UUID
    left: int


@action
def take_back(*, actor: Actor, sitting_id: UUID, is_right: bool) -> Audited[TakenBack]:
    """Somebody types a PIN on a device that was handed back; as the system. `is_right` says whether it was the
    lender's. After three wrong ones, and two hours after the device was lent, nobody goes on.

    Counted one after the other, however many come at once. Raises `NotVisible` for a sitting that is not there.
    """
    require(actor.is_system)
    rows = Sitting.objects.select_for_update(of=("self",)).filter(authority_id=actor.authority_id)
    sitting = rows.exclude(ended_at=None).filter(pk=sitting_id, began_at__gt=earliest_open()).first()
    if sitting is None:
        raise NotVisible
    is_open = sitting.wrong_pins < MOST_PINS
    if is_open and not is_right:
        sitting.wrong_pins += 1
        sitting.save(update_fields=["wrong_pins"])
    lender = _who_may_go_on(sitting) if is_open and is_right else None
    left = MOST_PINS - sitting.wrong_pins if not is_right else 0
    found = TakenBack(lender, sitting.young_person_id, left)
    return Audited(found, about=sitting, young_person_id=sitting.young_person_id)


def shut_what_was_kept_private(sitting: Sitting) -> None:
    """What was kept private in a sitting opens only to an account that somebody has checked: whoever lent the device
    could have joined as them before.
    """
    answers = AreaAnswer.objects.filter(response__sitting=sitting)
    if answers.exclude(sharing=Sharing.SHARED).exists():
        shut_until_somebody_checks(sitting.young_person_id)


def _who_may_go_on(sitting: Sitting) -> User | None:
    user = people.user_with_roles(sitting.lent_by_id)
    lender = people.actor_of(user) if user else None
    is_theirs = lender and people.young_people(actor=lender).filter(pk=sitting.young_person_id).exists()
    return user if is_theirs else None
