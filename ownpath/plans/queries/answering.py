"""Answering again: beside each area, what the time before has led to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ownpath.core.actor import Actor
from ownpath.plans.models import Goal
from ownpath.surveys.queries import Survey, survey

from .by_area import goals_by_area


@dataclass(frozen=True, slots=True)
class Answering:
    """Where a young person is with answering, and the goals since they last spoke about an area, by area."""

    survey: Survey
    led_to: Mapping[str, Sequence[Goal]] = field(default_factory=dict)


def answering(*, actor: Actor, with_priorities: bool = True) -> Answering:
    """A young person's own survey with what came of it; raises `NotAllowed` for everybody else. At most six queries,
    five without priorities, and one for each pack not read before.
    """
    own = survey(actor=actor, with_priorities=with_priorities)
    if not own.then or actor.young_person_id is None:
        return Answering(own)
    goals = goals_by_area(actor=actor, young_person_id=actor.young_person_id)
    since = {area: then.sent_at for area, then in own.then.items()}
    return Answering(
        own, {area: [goal for goal in goals.get(area, []) if goal.created_at >= at] for area, at in since.items()}
    )
