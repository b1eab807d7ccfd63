"""What each area of life has led to."""

from collections import defaultdict
from uuid import UUID

from django.db.models import Prefetch

from ownpath.core.actor import Actor
from ownpath.plans.models import Goal, Step

from .lines import goals


def goals_by_area(*, actor: Actor, young_person_id: UUID) -> dict[str, list[Goal]]:
    """The goals of one young person with their steps, by the area of life that they are about, oldest first.

    Empty for somebody the actor may not see. Two queries.
    """
    steps = Prefetch("steps", Step.objects.order_by("created_at", "pk"))
    found: dict[str, list[Goal]] = defaultdict(list)
    for goal in goals(actor=actor).filter(young_person_id=young_person_id).exclude(area="").prefetch_related(steps):
        found[goal.area].append(goal)
    return dict(found)
