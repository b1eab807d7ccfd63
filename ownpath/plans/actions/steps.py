"""Steps: one small thing that somebody does by a day."""

from datetime import date
from uuid import UUID

from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.plans.enums import StepDoer
from ownpath.plans.models import Step
from ownpath.plans.queries import goals
from ownpath.plans.rules import can_change_plan

from .saving import keep_step, locked


@action
def add_step(
    *, actor: Actor, goal_id: UUID, words: str, doer: StepDoer, doer_name: str = "", by_date: date | None = None
) -> Audited[Step]:
    """Add a step to a goal: the young person to their own, or staff who work with them.

    `doer_name` counts only where somebody else does it. Raises `NotVisible` for a goal the actor may not see.
    """
    goal = locked(goals(actor=actor), goal_id)
    require(can_change_plan(actor, goal.young_person))
    step = Step.objects.create(
        authority_id=goal.authority_id,
        young_person_id=goal.young_person_id,
        goal=goal,
        words=words,
        doer=doer,
        doer_name=doer_name if doer == StepDoer.OTHER else "",
        by_date=by_date,
        created_by_id=actor.user_id,
    )
    keep_step(step, actor)
    return Audited(step, about=step, young_person_id=step.young_person_id)
