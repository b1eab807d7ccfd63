"""Answering together: lending the device, and having it back."""

from uuid import UUID

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people import queries as people
from ownpath.people.models import YoungPerson
from ownpath.surveys import rules
from ownpath.surveys.models import Sitting
from ownpath.surveys.queries import has_unsent_answers


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
    """The young person ends their sitting. Brings whose device it is, if they may still go on as themselves there: who
    no longer works with the young person has to sign in again.

    Raises `NotVisible` outside a sitting, and `NotSentYet` where an answer was not sent, unless `is_certain`.
    """
    sitting = Sitting.objects.filter(pk=actor.sitting_id, young_person_id=actor.young_person_id).first()
    if sitting is None:
        raise NotVisible
    if not is_certain and has_unsent_answers(actor=actor):
        raise NotSentYet
    sitting.ended_at = clock.now()
    sitting.save(update_fields=["ended_at"])
    return Audited(_who_may_go_on(sitting), about=sitting, young_person_id=actor.young_person_id)


def _who_may_go_on(sitting: Sitting) -> User | None:
    user = people.user_with_roles(sitting.lent_by_id)
    lender = people.actor_of(user) if user else None
    is_theirs = lender and people.young_people(actor=lender).filter(pk=sitting.young_person_id).exists()
    return user if is_theirs else None
