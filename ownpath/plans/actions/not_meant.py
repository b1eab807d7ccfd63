""" "This isn't what I meant": said beside a line of the plan, kept with it, and owed an answer."""

from uuid import UUID

from django.db.models import QuerySet

from ownpath.core import clock
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people.actions.ending import come_back_if_ended
from ownpath.plans import rules
from ownpath.plans.models import Goal, NotMeant, Step
from ownpath.plans.queries import goals, said_not_meant, steps

from .saving import locked, see_change


@action
def say_goal_not_meant(*, actor: Actor, goal_id: UUID, words: str = "") -> Audited[NotMeant]:
    """The young person says that a goal is not what they meant, with or without words of their own.

    Kept with the line as it stood. A record that has ended opens again. Only for one's own goal, else `NotVisible`.
    """
    goal = locked(goals(actor=actor), goal_id)
    return _said(actor, goal, None, words)


@action
def say_step_not_meant(*, actor: Actor, step_id: UUID, words: str = "") -> Audited[NotMeant]:
    """The young person says that a step is not what they meant, as for a goal."""
    step = locked(steps(actor=actor).select_related("goal"), step_id)
    return _said(actor, step.goal, step, words)


@action
def answer_not_meant(*, actor: Actor, not_meant_id: UUID, words: str) -> Audited[NotMeant]:
    """Staff answer what was not meant, for the young person to read; the first answer stands.

    `NotVisible` for a record the actor may not see, and for the young person themselves.
    """
    said = locked(said_not_meant(actor=actor), not_meant_id)
    require(rules.can_answer_not_meant(actor, said.young_person))
    if said.settled_at is None:
        said.answer, said.settled_at, said.settled_by_id = words.strip(), clock.now(), actor.user_id
        said.save()
    return Audited(said, about=said, young_person_id=said.young_person_id)


def settle_by_edit(actor: Actor, said: QuerySet[NotMeant]) -> None:
    """The line says something else now: what was said against its old words is settled."""
    said.filter(settled_at=None).update(settled_at=clock.now(), settled_by_id=actor.user_id)


def _said(actor: Actor, goal: Goal, step: Step | None, words: str) -> Audited[NotMeant]:
    require(rules.can_say_not_meant(actor, (step or goal).young_person))
    come_back_if_ended(actor, goal.young_person_id)
    line = step or goal
    see_change(line)
    said = NotMeant.objects.create(
        authority_id=goal.authority_id,
        young_person_id=goal.young_person_id,
        goal=goal,
        step=step,
        line=line.words,
        words=words.strip(),
    )
    return Audited(said, about=said, young_person_id=goal.young_person_id)
