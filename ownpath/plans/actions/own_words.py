"""What a young person does about words of somebody else where theirs were: use theirs again, or say that it is fine."""

from uuid import UUID

from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.plans import rules
from ownpath.plans.models import Goal, Step
from ownpath.plans.queries import goals, steps

from .not_meant import settle_by_edit
from .saving import locked, own_words, save_goal, save_step, see_change, sign


@action
def use_own_goal_words(*, actor: Actor, goal_id: UUID) -> Audited[Goal]:
    """The young person puts a goal back in the words that they wrote themselves, as its next version; what was not
    meant is settled by it. Where they are there already, nothing changes. Only for one's own goal, else `NotVisible`.
    """
    goal = locked(goals(actor=actor), goal_id)
    if _put_back(actor, goal):
        save_goal(goal, actor)
        settle_by_edit(actor, goal.not_meant.filter(step=None))
    return Audited(goal, about=goal, young_person_id=goal.young_person_id)


@action
def use_own_step_words(*, actor: Actor, step_id: UUID) -> Audited[Step]:
    """The young person puts a step back in the words that they wrote themselves, as for a goal. Who does it, and by
    when, stay.
    """
    step = locked(steps(actor=actor), step_id)
    if _put_back(actor, step):
        save_step(step, actor)
        settle_by_edit(actor, step.not_meant.all())
    return Audited(step, about=step, young_person_id=step.young_person_id)


@action
def see_goal_change(*, actor: Actor, goal_id: UUID) -> Audited[Goal]:
    """The young person has seen that a goal is in other words than theirs. Only for one's own goal, else `NotVisible`.
    Saying it twice changes nothing.
    """
    goal = locked(goals(actor=actor), goal_id)
    require(rules.is_own(actor, goal.young_person))
    see_change(goal)
    return Audited(goal, about=goal, young_person_id=goal.young_person_id)


@action
def see_step_change(*, actor: Actor, step_id: UUID) -> Audited[Step]:
    """The young person has seen that a step is in other words than theirs, as for a goal."""
    step = locked(steps(actor=actor), step_id)
    require(rules.is_own(actor, step.young_person))
    see_change(step)
    return Audited(step, about=step, young_person_id=step.young_person_id)


def _put_back(actor: Actor, line: Goal | Step) -> bool:
    """Whether there were words of their own to put back."""
    require(rules.is_own(actor, line.young_person))
    own = own_words(line)
    if not own or line.words == own:
        return False
    line.words = own
    sign(line, actor)
    return True
