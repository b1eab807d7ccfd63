"""Wins: everyday successes, of any size."""

from uuid import UUID

from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people.queries import young_person
from ownpath.plans.models import Win
from ownpath.plans.rules import can_change_plan


@action
def record_win(*, actor: Actor, young_person_id: UUID, words: str) -> Audited[Win]:
    """Keep a win of today: the young person their own, or staff who work with them, who are named beside it.

    Raises `NotVisible` for a person the actor may not see.
    """
    person = young_person(actor=actor, young_person_id=young_person_id)
    require(can_change_plan(actor, person))
    win = Win.objects.create(
        authority_id=person.authority_id, young_person=person, words=words.strip(), added_by_id=actor.user_id
    )
    return Audited(win, about=win, young_person_id=person.pk)
