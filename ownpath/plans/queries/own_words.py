"""Where somebody else's words are on a plan, and the young person's own were before."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from ownpath.core.actor import Actor
from ownpath.plans.enums import GoalState

from .lines import goals, steps


@dataclass(frozen=True, slots=True)
class Change:
    """A goal or a step that says somebody else's words now: which, whose they are, and since when."""

    line_id: UUID
    by: str
    at: datetime


def changed_words(*, actor: Actor) -> list[Change]:
    """What on the actor's own plan says somebody else's words instead of theirs, and waits for them to see it, the
    latest first; nothing for staff. One query.
    """
    of = {"young_person_id": actor.young_person_id, "change_unseen": True}
    fields = ("pk", "written_by__name", "written_at")
    changed_goals = goals(actor=actor).filter(**of).order_by().values_list(*fields)
    changed_steps = steps(actor=actor).filter(**of, goal__state=GoalState.OPEN).order_by().values_list(*fields)
    found = changed_goals.union(changed_steps, all=True).order_by("-written_at", "-pk")
    return [Change(line_id, by, at) for line_id, by, at in found]
