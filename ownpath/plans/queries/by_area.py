"""What each area of life has led to."""

from collections import defaultdict
from uuid import UUID

from django.db.models import Prefetch

from ownpath.core.actor import Actor
from ownpath.plans.models import Goal, Step

from .lines import STEP_ORDER, goals


def goals_by_area(*, actor: Actor, young_person_id: UUID) -> dict[str, list[Goal]]:
    """The goals of one young person with their steps, by the area of life that they are about, oldest first.

    Empty for somebody the actor may not see. Two queries.
    """
    rows = goals(actor=actor).filter(young_person_id=young_person_id).exclude(area="")
    found: dict[str, list[Goal]] = defaultdict(list)
    for goal in rows.prefetch_related(Prefetch("steps", Step.objects.standing().order_by(*STEP_ORDER))):
        found[goal.area].append(goal)
    return dict(found)
