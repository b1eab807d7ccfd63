"""Goals: what a young person wants."""

from uuid import UUID

from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.core.versions import StaleEdit
from ownpath.people.actions.ending import come_back_if_ended
from ownpath.people.models import YoungPerson
from ownpath.people.queries import young_person
from ownpath.plans.enums import GoalState
from ownpath.plans.models import Goal
from ownpath.plans.queries import goals
from ownpath.plans.queries.shared import shared_answers
from ownpath.plans.rules import can_change_plan
from ownpath.surveys.models import AreaAnswer

from .not_meant import settle_by_edit
from .saving import StepContent, locked, new_step, save_goal, sign


@action
def start_goal(
    *,
    actor: Actor,
    young_person_id: UUID,
    words: str,
    area: str = "",
    from_answer_id: UUID | None = None,
    first_step: StepContent | None = None,
    is_own_wording: bool = True,
) -> Audited[Goal]:
    """Start a goal, in "I want…" words: the young person for themselves, or staff who work with them.

    A goal that springs from an answer takes its area. `is_own_wording` unless the words are Ownpath's, and not the
    actor's: then nobody is named as who wrote them. Raises `NotVisible` for a person the actor may not see and for
    an answer that is not this person's, was kept private or is not sent. A record that has ended opens again, if they
    want something themselves.
    """
    person = young_person(actor=actor, young_person_id=young_person_id)
    require(can_change_plan(actor, person))
    if actor.young_person_id:
        come_back_if_ended(actor, person.pk)
    answer = _shared_answer(person, from_answer_id) if from_answer_id else None
    goal = Goal(authority_id=person.authority_id, young_person=person, version=0, created_by_id=actor.user_id)
    goal.written_by_id = actor.user_id if is_own_wording else None
    goal.words, goal.from_answer, goal.area = words.strip(), answer, answer.area if answer else area
    save_goal(goal, actor)
    if first_step:
        new_step(actor, goal, first_step, written_by_id=goal.written_by_id)
    return Audited(goal, about=goal, young_person_id=person.pk)


@action
def edit_goal(*, actor: Actor, goal_id: UUID, words: str, version: int) -> Audited[Goal]:
    """Put a goal in other words: the young person, or staff who work with them. It settles what was not meant. Where
    they were the young person's own, they are shown both until they have dealt with it.

    `version` is the one the actor had open. Raises `StaleEdit` when somebody saved other words meanwhile, unless both
    say the same; `NotVisible` for a goal the actor may not see.
    """
    goal = _changeable(actor, goal_id)
    wanted = words.strip()
    if wanted != goal.words:
        opened = goal.versions.filter(version=version).first()
        if opened is None or opened.words != goal.words:
            raise StaleEdit(goal)
        goal.words = wanted
        sign(goal, actor)
        save_goal(goal, actor)
        settle_by_edit(actor, goal.not_meant.filter(step=None))
    return Audited(goal, about=goal, young_person_id=goal.young_person_id)


@action
def reach_goal(*, actor: Actor, goal_id: UUID) -> Audited[Goal]:
    """Say that a goal is reached: the young person, or staff who work with them. Saying it twice changes nothing."""
    return _moved(actor, goal_id, GoalState.REACHED)


@action
def put_away_goal(*, actor: Actor, goal_id: UUID) -> Audited[Goal]:
    """Put a goal away for now, with its steps: the young person, or staff who work with them. Nothing is lost."""
    return _moved(actor, goal_id, GoalState.PUT_AWAY)


@action
def reopen_goal(*, actor: Actor, goal_id: UUID) -> Audited[Goal]:
    """Take a reached or put-away goal up again: the young person, or staff who work with them."""
    return _moved(actor, goal_id, GoalState.OPEN)


def _moved(actor: Actor, goal_id: UUID, state: GoalState) -> Audited[Goal]:
    goal = _changeable(actor, goal_id)
    if goal.state != state:
        goal.state = state
        save_goal(goal, actor)
    return Audited(goal, about=goal, young_person_id=goal.young_person_id)


def _changeable(actor: Actor, goal_id: UUID) -> Goal:
    goal = locked(goals(actor=actor), goal_id)
    require(can_change_plan(actor, goal.young_person))
    return goal


def _shared_answer(person: YoungPerson, answer_id: UUID) -> AreaAnswer:
    answer = shared_answers(person).filter(pk=answer_id).first()
    if answer is None:
        raise NotVisible
    return answer
