from datetime import UTC, date, datetime

import pytest

from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.clock import held_at
from ownpath.core.versions import StaleEdit
from ownpath.plans import actions, queries
from ownpath.plans.enums import StepDoer
from ownpath.plans.models import Step, StepVersion
from tests import factories
from tests.factories import WholePlan

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
LATER = datetime(2026, 3, 9, 12, tzinfo=UTC)


def edit(
    plan: WholePlan, words: str, *, version: int = 1, doer: StepDoer = StepDoer.YOUNG_PERSON, **more: object
) -> Step:
    values = {"actor": plan.owner, "step_id": plan.step.pk, "words": words, "doer": doer, "version": version}
    return actions.edit_step(**values | more)  # type: ignore[arg-type]


def test_edit_changes_what_who_and_when_and_keeps_what_it_said_before(plan: WholePlan) -> None:
    edit(plan, "Ask at the shop", doer=StepDoer.OTHER, doer_name="Uncle Unreal", by_date=date(2026, 5, 1))

    fields = ("version", "words", "doer", "doer_name", "by_date", "saved_by")
    assert list(StepVersion.objects.filter(step=plan.step).order_by("version").values_list(*fields)) == [
        (1, "Look online", "young_person", "", None, plan.yara.user_id),
        (2, "Ask at the shop", "other", "Uncle Unreal", date(2026, 5, 1), plan.yara.user_id),
    ]


def test_name_is_dropped_where_it_is_not_somebody_else(plan: WholePlan) -> None:
    assert edit(plan, "Look online", doer=StepDoer.ADVISER, doer_name="Uncle Unreal").doer_name == ""


def test_second_edit_is_shown_the_first_and_changes_nothing(plan: WholePlan) -> None:
    edit(plan, "Look in town")

    with pytest.raises(StaleEdit) as stale:
        edit(plan, "Look at the market", actor=plan.adviser)

    assert (stale.value.current.words, stale.value.current.version) == ("Look in town", 2)
    assert list(Step.objects.values_list("words", "version")) == [("Look in town", 2)]


def test_edit_of_another_part_meanwhile_is_a_conflict_too(plan: WholePlan) -> None:
    edit(plan, "Look online", by_date=date(2026, 5, 1))

    with pytest.raises(StaleEdit) as stale:
        edit(plan, "Look in town")

    assert stale.value.current.by_date == date(2026, 5, 1)


def test_same_content_twice_is_no_conflict(plan: WholePlan) -> None:
    edit(plan, "Look in town")
    edit(plan, "Look in town", actor=plan.adviser)

    assert StepVersion.objects.filter(step=plan.step).count() == 2


def test_tick_meanwhile_is_no_conflict(plan: WholePlan) -> None:
    actions.tick_step(actor=plan.adviser, step_id=plan.step.pk)

    step = edit(plan, "Look in town")

    assert (step.words, step.version, step.done_by_id) == ("Look in town", 3, plan.ines.pk)


def test_tick_keeps_the_first_day_and_hand_and_can_be_taken_back(plan: WholePlan) -> None:
    with held_at(NOON):
        actions.tick_step(actor=plan.owner, step_id=plan.step.pk)
    with held_at(LATER):
        actions.tick_step(actor=plan.adviser, step_id=plan.step.pk)

    step = Step.objects.get()
    assert (step.done_at, step.done_by) == (NOON, plan.yara.user)

    for _ in range(2):
        step = actions.untick_step(actor=plan.adviser, step_id=plan.step.pk)
    assert (step.done_at, step.done_by_id) == (None, None)
    assert list(StepVersion.objects.order_by("version").values_list("is_done", flat=True)) == [False, True, False]


def test_who_may_change_a_step(plan: WholePlan) -> None:
    for actor in plan.people_who_may().values():
        edit(plan, f"Look, says {actor.role}", actor=actor, version=plan.step.versions.count())
        actions.tick_step(actor=actor, step_id=plan.step.pk)
        actions.untick_step(actor=actor, step_id=plan.step.pk)
    kept = StepVersion.objects.count()
    for actor in plan.people_who_may_not().values():
        for change in (actions.tick_step, actions.untick_step):
            with pytest.raises(NotVisible):
                change(actor=actor, step_id=plan.step.pk)
        with pytest.raises(NotVisible):
            edit(plan, "Never", actor=actor, version=kept)

    assert kept == 1 + 3 * 3
    assert StepVersion.objects.count() == kept


def test_step_let_go_says_who_and_why_is_late_no_more_and_is_kept(plan: WholePlan) -> None:
    promise = factories.step(plan.goal, doer=StepDoer.ADVISER, by_date=date(2026, 2, 1), words="Ring the bank")
    with held_at(NOON):
        actions.let_step_go(actor=plan.adviser, step_id=promise.pk, why=" The bank rang. ")
        shown = queries.plan(actor=plan.owner, young_person_id=plan.yara.pk)

    [goal] = shown.goals
    assert [line.step.words for line in goal.steps] == ["Look online"]
    assert [
        (step.words, step.let_go_by, step.let_go_at, step.let_go_why) for step in (line.step for line in goal.let_go)
    ] == [("Ring the bank", plan.ines, NOON, "The bank rang.")]
    assert shown.late_promises == []
    assert StepVersion.objects.get(step=promise, version=promise.version + 1).is_let_go


def test_staff_say_why_and_a_young_person_need_not(plan: WholePlan) -> None:
    with pytest.raises(NotAllowed):
        actions.let_step_go(actor=plan.adviser, step_id=plan.step.pk, why="  ")
    assert actions.let_step_go(actor=plan.owner, step_id=plan.step.pk).let_go_by_id == plan.yara.user_id


def test_letting_go_twice_keeps_the_first_hand(plan: WholePlan) -> None:
    actions.let_step_go(actor=plan.owner, step_id=plan.step.pk, why="I moved")
    again = actions.let_step_go(actor=plan.adviser, step_id=plan.step.pk, why="No longer needed")

    assert (again.let_go_by_id, again.let_go_why) == (plan.yara.user_id, "I moved")


def test_step_taken_up_again_stands_as_before(plan: WholePlan) -> None:
    actions.let_step_go(actor=plan.owner, step_id=plan.step.pk, why="I moved")
    taken_up = actions.take_up_step(actor=plan.adviser, step_id=plan.step.pk)

    assert (taken_up.let_go_at, taken_up.let_go_by, taken_up.let_go_why) == (None, None, "")
    assert taken_up.version == actions.take_up_step(actor=plan.owner, step_id=plan.step.pk).version


def test_done_step_is_not_let_go_and_one_let_go_can_still_get_done(plan: WholePlan) -> None:
    actions.let_step_go(actor=plan.owner, step_id=plan.step.pk)
    done = actions.tick_step(actor=plan.owner, step_id=plan.step.pk)
    after = actions.let_step_go(actor=plan.owner, step_id=plan.step.pk)

    assert (done.let_go_at, after.let_go_at) == (None, None)
    assert after.done_at is not None


def test_nobody_else_lets_go_of_a_step(plan: WholePlan) -> None:
    for stranger in plan.people_who_may_not().values():
        with pytest.raises(NotVisible):
            actions.let_step_go(actor=stranger, step_id=plan.step.pk, why="Mine now")
        with pytest.raises(NotVisible):
            actions.take_up_step(actor=stranger, step_id=plan.step.pk)
