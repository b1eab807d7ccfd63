"""Steps: one small thing that somebody does by a day."""

from datetime import date
from uuid import UUID

from ownpath.core import clock
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.core.versions import StaleEdit
from ownpath.people.actions.ending import come_back_if_ended
from ownpath.plans.enums import StepDoer
from ownpath.plans.models import Step
from ownpath.plans.queries import goals, steps
from ownpath.plans.rules import can_change_plan, can_let_go

from .not_meant import settle_by_edit
from .saving import StepContent, locked, new_step, save_step, sign


@action
def add_step(
    *, actor: Actor, goal_id: UUID, words: str, doer: StepDoer, doer_name: str = "", by_date: date | None = None
) -> Audited[Step]:
    """Add a step to a goal: the young person to their own, or staff who work with them.

    `doer_name` counts only where somebody else does it. Raises `NotVisible` for a goal the actor may not see.
    """
    goal = locked(goals(actor=actor), goal_id)
    require(can_change_plan(actor, goal.young_person))
    if actor.young_person_id:
        come_back_if_ended(actor, goal.young_person_id)
    step = new_step(actor, goal, StepContent(words, doer, doer_name, by_date), written_by_id=actor.user_id)
    return Audited(step, about=step, young_person_id=step.young_person_id)


@action
def edit_step(
    *,
    actor: Actor,
    step_id: UUID,
    words: str,
    doer: StepDoer,
    doer_name: str = "",
    by_date: date | None = None,
    version: int,
) -> Audited[Step]:
    """Change what a step says, who does it or by when: the young person, or staff who work with them. It settles what
    was not meant. Where the words were the young person's own, they are shown both until they have dealt with it.

    `version` is the one the actor had open. Raises `StaleEdit` when somebody saved something else meanwhile, unless
    both say the same (a tick is no conflict); `NotVisible` for a step the actor may not see.
    """
    step = _changeable(actor, step_id)
    before = StepContent.of(step)
    StepContent(words, doer, doer_name, by_date).write_to(step)
    if StepContent.of(step) != before:
        opened = step.versions.filter(version=version).first()
        if opened is None or StepContent.of(opened) != before:
            before.write_to(step)
            raise StaleEdit(step)
        if step.words != before.words:
            sign(step, actor)
        save_step(step, actor)
        settle_by_edit(actor, step.not_meant.all())
    return Audited(step, about=step, young_person_id=step.young_person_id)


@action
def tick_step(*, actor: Actor, step_id: UUID) -> Audited[Step]:
    """Say that a step is done, today, by the actor: the young person, or staff who work with them.

    Ticking twice keeps the first day and the first hand. What was let go and got done after all is done.
    """
    step = _changeable(actor, step_id)
    if step.done_at is None:
        _stand(step)
        step.done_at, step.done_by_id = clock.now(), actor.user_id
        save_step(step, actor)
    return Audited(step, about=step, young_person_id=step.young_person_id)


@action
def untick_step(*, actor: Actor, step_id: UUID) -> Audited[Step]:
    """Take a tick back: the young person, or staff who work with them. Taking it back twice changes nothing."""
    step = _changeable(actor, step_id)
    if step.done_at is not None:
        step.done_at, step.done_by = None, None
        save_step(step, actor)
    return Audited(step, about=step, young_person_id=step.young_person_id)


@action
def let_step_go(*, actor: Actor, step_id: UUID, why: str = "") -> Audited[Step]:
    """Let go of a step that nobody needs any more: the young person, or staff who work with them and say why.

    It stays in the plan's history. `NotAllowed` for staff without a why. A step that is done, or was let go before,
    stays as it is.
    """
    step, why = _changeable(actor, step_id), why.strip()
    require(can_let_go(actor, step.young_person, why))
    if step.done_at is None and step.let_go_at is None:
        step.let_go_at, step.let_go_by_id, step.let_go_why = clock.now(), actor.user_id, why
        save_step(step, actor)
    return Audited(step, about=step, young_person_id=step.young_person_id)


@action
def take_up_step(*, actor: Actor, step_id: UUID) -> Audited[Step]:
    """Take up a step again that was let go: the young person, or staff who work with them. Twice changes nothing."""
    step = _changeable(actor, step_id)
    if step.let_go_at is not None:
        _stand(step)
        save_step(step, actor)
    return Audited(step, about=step, young_person_id=step.young_person_id)


def _stand(step: Step) -> None:
    step.let_go_at, step.let_go_by, step.let_go_why = None, None, ""


def _changeable(actor: Actor, step_id: UUID) -> Step:
    step = locked(steps(actor=actor), step_id)
    require(can_change_plan(actor, step.young_person))
    return step
