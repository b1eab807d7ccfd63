"""Whose words a line of the plan says: never filed under somebody else's name, never gone when they are replaced."""

from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.actor import Actor
from ownpath.plans import actions, queries
from ownpath.plans.enums import StepDoer
from ownpath.plans.models import Goal, GoalVersion, Step, StepVersion, Win, WinVersion
from tests import factories
from tests.factories import WholePlan

HERS, OURS = "I want the phone debt gone by my birthday", "Reduce arrears to zero (TT)"


def reword(plan: WholePlan, actor: Actor, words: str) -> Goal:
    version = Goal.objects.get(pk=plan.goal.pk).version
    return actions.edit_goal(actor=actor, goal_id=plan.goal.pk, words=words, version=version)


def reword_step(plan: WholePlan, actor: Actor, words: str, **values: Any) -> Step:
    version = Step.objects.get(pk=plan.step.pk).version
    values = {"doer": StepDoer.YOUNG_PERSON} | values
    return actions.edit_step(actor=actor, step_id=plan.step.pk, words=words, version=version, **values)


def test_a_goal_in_an_advisers_words_keeps_who_began_it_and_what_they_wrote(plan: WholePlan) -> None:
    reword(plan, plan.owner, HERS)
    goal = reword(plan, plan.adviser, OURS)

    assert (goal.written_by_id, goal.created_by_id, goal.change_unseen) == (plan.ines.pk, plan.yara.user_id, True)
    [shown] = queries.plan(actor=plan.owner, young_person_id=plan.yara.pk).open_goals
    assert (shown.goal.words, shown.own_words) == (OURS, HERS)
    assert queries.goal(actor=plan.adviser, young_person_id=plan.yara.pk, goal_id=goal.pk).own_words == HERS


def test_moving_a_goal_or_ticking_a_step_makes_nobody_its_author(plan: WholePlan) -> None:
    for act in (actions.put_away_goal, actions.reopen_goal):
        act(actor=plan.adviser, goal_id=plan.goal.pk)
    actions.tick_step(actor=plan.adviser, step_id=plan.step.pk)
    reword_step(plan, plan.adviser, "Look online", doer=StepDoer.ADVISER)

    plan.goal.refresh_from_db()
    plan.step.refresh_from_db()
    hers = plan.yara.user_id
    assert (plan.goal.written_by_id, plan.step.written_by_id) == (hers, hers)
    assert not plan.goal.change_unseen
    assert not plan.step.change_unseen
    assert {row.written_by_id for row in (*GoalVersion.objects.all(), *StepVersion.objects.all())} == {hers}


def test_using_ones_own_words_again_is_a_version_of_ones_own_and_happens_once(plan: WholePlan) -> None:
    reword(plan, plan.owner, HERS)
    reword(plan, plan.adviser, OURS)
    reword(plan, factories.actor(factories.manager(plan.yara.authority)), "Arrears")
    reword_step(plan, plan.adviser, "Search the market", doer=StepDoer.ADVISER)

    for _ in range(2):
        goal = actions.use_own_goal_words(actor=plan.owner, goal_id=plan.goal.pk)
        step = actions.use_own_step_words(actor=plan.owner, step_id=plan.step.pk)

    assert (goal.words, goal.written_by_id, goal.version, goal.change_unseen) == (HERS, plan.yara.user_id, 5, False)
    assert (step.words, step.written_by_id, step.doer) == ("Look online", plan.yara.user_id, StepDoer.ADVISER)
    assert step.version == 3
    [shown] = queries.plan(actor=plan.owner, young_person_id=plan.yara.pk).open_goals
    assert [(kept.words, str(kept.written_by)) for kept in shown.said_before][:2] == [
        ("Arrears", "Mo Made-Up"),
        (OURS, "Ines Invented"),
    ]


def test_typing_ones_words_again_by_whoever_makes_them_theirs_again(plan: WholePlan) -> None:
    reword(plan, plan.owner, HERS)
    reword(plan, plan.adviser, OURS)

    goal = reword(plan, plan.adviser, HERS)

    assert (goal.written_by_id, goal.change_unseen) == (plan.yara.user_id, False)


def test_taking_over_an_advisers_words_by_hand_is_ones_own_choice(plan: WholePlan) -> None:
    reword(plan, plan.adviser, OURS)
    reword(plan, plan.owner, HERS)

    goal = reword(plan, plan.owner, OURS)

    assert (goal.written_by_id, goal.change_unseen) == (plan.yara.user_id, False)


@pytest.mark.parametrize("deals", ["ok", "not meant", "edits", "uses own"])
def test_a_change_waits_until_they_have_dealt_with_it(plan: WholePlan, deals: str) -> None:
    reword(plan, plan.adviser, OURS)
    reword_step(plan, plan.adviser, "Search the market")
    assert {(one.line_id, one.by) for one in queries.changed_words(actor=plan.owner)} == {
        (plan.goal.pk, "Ines Invented"),
        (plan.step.pk, "Ines Invented"),
    }
    assert queries.changed_words(actor=plan.adviser) == []

    if deals == "ok":
        actions.see_goal_change(actor=plan.owner, goal_id=plan.goal.pk)
        actions.see_step_change(actor=plan.owner, step_id=plan.step.pk)
    elif deals == "not meant":
        actions.say_goal_not_meant(actor=plan.owner, goal_id=plan.goal.pk)
        actions.say_step_not_meant(actor=plan.owner, step_id=plan.step.pk)
    elif deals == "edits":
        reword(plan, plan.owner, HERS)
        reword_step(plan, plan.owner, "Ask around")
    else:
        actions.use_own_goal_words(actor=plan.owner, goal_id=plan.goal.pk)
        actions.use_own_step_words(actor=plan.owner, step_id=plan.step.pk)

    assert queries.changed_words(actor=plan.owner) == []


def test_another_change_after_an_ok_is_to_be_seen_again(plan: WholePlan) -> None:
    reword(plan, plan.adviser, OURS)
    actions.see_goal_change(actor=plan.owner, goal_id=plan.goal.pk)

    reword(plan, plan.adviser, "Arrears")

    assert [one.line_id for one in queries.changed_words(actor=plan.owner)] == [plan.goal.pk]


def test_a_line_that_was_never_in_their_words_has_nothing_to_put_back(plan: WholePlan) -> None:
    goal = actions.start_goal(actor=plan.adviser, young_person_id=plan.yara.pk, words="Budget")

    again = actions.use_own_goal_words(actor=plan.owner, goal_id=goal.pk)

    assert (again.words, again.version, again.written_by_id) == ("Budget", 1, plan.ines.pk)
    edited = actions.edit_goal(actor=plan.adviser, goal_id=goal.pk, words="Budgeting", version=1)
    assert not edited.change_unseen


def test_only_the_young_person_says_which_words_are_fine(plan: WholePlan) -> None:
    reword(plan, plan.adviser, OURS)

    for act in (actions.use_own_goal_words, actions.see_goal_change):
        with pytest.raises(NotAllowed):
            act(actor=plan.adviser, goal_id=plan.goal.pk)
        for other in plan.people_who_may_not().values():
            with pytest.raises(NotVisible):
                act(actor=other, goal_id=plan.goal.pk)

    assert Goal.objects.get().words == OURS


def test_a_goal_from_the_map_that_staff_put_there_is_in_nobodys_words(plan: WholePlan) -> None:
    factories.shared_map(plan.yara)
    gran = factories.connection(plan.yara, name="Gran", wish="more")

    goal = actions.start_goal_about(actor=plan.adviser, young_person_id=plan.yara.pk, connection_id=gran.who)

    assert (goal.words, goal.written_by_id, goal.created_by_id) == ("I want to see more of Gran", None, plan.ines.pk)
    assert goal.steps.get().written_by_id is None


@pytest.mark.django_db(transaction=True)
def test_rows_from_before_learn_whose_words_they_are_from_their_versions(plan: WholePlan) -> None:
    reword(plan, plan.owner, HERS)
    reword(plan, plan.adviser, OURS)
    actions.reach_goal(actor=plan.owner, goal_id=plan.goal.pk)
    actions.tick_step(actor=plan.adviser, step_id=plan.step.pk)
    win = actions.record_win(actor=plan.adviser, young_person_id=plan.yara.pk, words="Up at eight")
    actions.change_win(actor=plan.owner, win_id=win.pk, words="Up at eight", sharing="private", version=1)
    expected = _authors()
    for model in (Goal, Step, Win, GoalVersion, StepVersion, WinVersion):
        model.objects.update(written_by=None)
    Goal.objects.update(change_unseen=False)

    executor = MigrationExecutor(connection)
    backfill = executor.loader.get_migration("plans", "0003_whose_words_backfill")
    apps = executor.loader.project_state(("plans", "0003_whose_words_backfill")).apps
    backfill.operations[0].code(apps, None)  # type: ignore[attr-defined]

    assert _authors() == expected
    goal = Goal.objects.get()
    assert (goal.written_by_id, goal.created_by_id, goal.change_unseen) == (plan.ines.pk, plan.yara.user_id, True)
    assert Step.objects.get().written_by_id == plan.yara.user_id
    assert Win.objects.get().written_by_id == plan.ines.pk


def _authors() -> list[tuple[Any, Any]]:
    kinds: tuple[Any, ...] = (Goal, Step, Win, GoalVersion, StepVersion, WinVersion)
    return [row for model in kinds for row in model.objects.order_by("pk").values_list("pk", "written_by")]
