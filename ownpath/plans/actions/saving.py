"""How goals and steps are found and saved: locked while they change, each save kept as a version for good."""

from uuid import UUID

from django.db.models import QuerySet

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.plans.models import Goal, GoalVersion, Step, StepVersion


def locked[Line: (Goal, Step)](lines: QuerySet[Line], line_id: UUID) -> Line:
    """One goal or step with its young person, held until the transaction ends; raises `NotVisible`. One query."""
    found = lines.select_related("young_person").select_for_update(of=("self",)).filter(pk=line_id).first()
    if found is None:
        raise NotVisible
    return found


def keep_goal(goal: Goal, actor: Actor) -> None:
    """Write the goal as it stands now into its history."""
    GoalVersion.objects.create(
        authority_id=goal.authority_id,
        young_person_id=goal.young_person_id,
        goal=goal,
        version=goal.version,
        words=goal.words,
        state=goal.state,
        saved_by_id=actor.user_id,
    )


def keep_step(step: Step, actor: Actor) -> None:
    """Write the step as it stands now into its history."""
    StepVersion.objects.create(
        authority_id=step.authority_id,
        young_person_id=step.young_person_id,
        step=step,
        version=step.version,
        words=step.words,
        doer=step.doer,
        doer_name=step.doer_name,
        by_date=step.by_date,
        is_done=step.done_at is not None,
        saved_by_id=actor.user_id,
    )
