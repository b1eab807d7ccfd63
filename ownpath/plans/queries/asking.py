"""What one needs at hand to ask for something."""

from dataclasses import dataclass

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people import queries as people
from ownpath.people.queries import WhoToCall
from ownpath.plans.enums import GoalState
from ownpath.plans.models import Step
from ownpath.support import queries as support
from ownpath.support.models import Standards
from ownpath.surveys.packs import pack_with_id
from ownpath.surveys.queries import current_pack

from .lines import steps


@dataclass(frozen=True, slots=True)
class ToAskAbout:
    """Who would have it, what the authority promises, and what it can be about: parts of life, and open steps."""

    people: WhoToCall
    manager: str
    standards: Standards
    areas: list[tuple[str, str]]
    steps: list[Step]


def to_ask_about(*, actor: Actor) -> ToAskAbout:
    """For the young person's own asking; raises `NotVisible` for somebody without a record of their own. At most eight
    queries, and one for a pack not read before.
    """
    own = people.who_to_call(actor=actor)
    allocation = people.allocation_of(actor=actor, young_person_id=own.young_person.pk)
    managers = support.managers_for(actor=actor, allocation=allocation)
    open_steps = steps(actor=actor).filter(young_person=own.young_person, done_at=None, goal__state=GoalState.OPEN)
    return ToAskAbout(
        people=own,
        manager=managers[0].name if managers else "",
        standards=support.standards(actor=actor),
        areas=_areas(actor),
        steps=list(open_steps.order_by("-created_at")),
    )


def _areas(actor: Actor) -> list[tuple[str, str]]:
    try:
        pack = pack_with_id(current_pack(actor=actor).pk)
    except NotVisible:  # an authority without a survey has no parts of life to choose from
        return []
    return [(area.id, area.title) for area in pack.areas]
