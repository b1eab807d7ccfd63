"""Goals: what a young person wants."""

from uuid import UUID

from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people.queries import young_person
from ownpath.plans.models import Goal
from ownpath.plans.rules import can_change_plan
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AreaAnswer

from .saving import keep_goal


@action
def start_goal(
    *, actor: Actor, young_person_id: UUID, words: str, area: str = "", from_answer_id: UUID | None = None
) -> Audited[Goal]:
    """Start a goal, in "I want…" words: the young person for themselves, or staff who work with them.

    A goal that springs from an answer takes its area. Raises `NotVisible` for a person the actor may not see and for
    an answer that is not this person's, was kept private or is not sent.
    """
    person = young_person(actor=actor, young_person_id=young_person_id)
    require(can_change_plan(actor, person))
    answer = _shared_answer(from_answer_id, person.pk) if from_answer_id else None
    goal = Goal.objects.create(
        authority_id=person.authority_id,
        young_person=person,
        words=words,
        area=answer.area if answer else area,
        from_answer=answer,
        created_by_id=actor.user_id,
    )
    keep_goal(goal, actor)
    return Audited(goal, about=goal, young_person_id=person.pk)


def _shared_answer(answer_id: UUID, young_person_id: UUID) -> AreaAnswer:
    answer = AreaAnswer.objects.filter(
        pk=answer_id, young_person_id=young_person_id, sharing=Sharing.SHARED, response__sent_at__isnull=False
    ).first()
    if answer is None:
        raise NotVisible
    return answer
