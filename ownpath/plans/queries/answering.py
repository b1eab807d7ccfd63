"""Answering again: beside each area, what the time before has led to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ownpath.core.actor import Actor
from ownpath.people.queries import allocation_of
from ownpath.plans.models import Goal
from ownpath.surveys.queries import Survey, survey

from .by_area import goals_by_area


@dataclass(frozen=True, slots=True)
class Answering:
    """Where a young person is with answering, the goals since they last spoke about an area, by area, and, where it is
    asked for, who reads what they share.
    """

    survey: Survey
    led_to: Mapping[str, Sequence[Goal]] = field(default_factory=dict)
    adviser: str = ""


def answering(*, actor: Actor, with_priorities: bool = True, with_adviser: bool = False) -> Answering:
    """A young person's own survey with what came of it; raises `NotAllowed` for everybody else. At most six queries,
    five without priorities, one more with the adviser, and one for each pack not read before.
    """
    own = survey(actor=actor, with_priorities=with_priorities)
    if actor.young_person_id is None:
        return Answering(own)
    allocation = allocation_of(actor=actor, young_person_id=actor.young_person_id) if with_adviser else None
    adviser = allocation.adviser.name if allocation else ""
    if not own.then:
        return Answering(own, adviser=adviser)
    goals = goals_by_area(actor=actor, young_person_id=actor.young_person_id)
    since = {area: then.sent_at for area, then in own.then.items()}
    led_to = {area: [goal for goal in goals.get(area, []) if goal.created_at >= at] for area, at in since.items()}
    return Answering(own, led_to, adviser)
