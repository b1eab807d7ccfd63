from uuid import uuid4

import pytest

from ownpath.core.access import NotVisible
from ownpath.core.versions import StaleEdit
from ownpath.plans import actions
from ownpath.plans.models import GoalVersion
from tests.factories import WholePlan


def versions(plan: WholePlan) -> list[tuple[int, str, str]]:
    kept = GoalVersion.objects.filter(goal=plan.goal).order_by("version")
    return list(kept.values_list("version", "words", "state"))


def test_edit_keeps_what_it_said_before_and_who_saved_it(plan: WholePlan) -> None:
    actions.edit_goal(actor=plan.adviser, goal_id=plan.goal.pk, words=" I want a red bike ", version=1)

    assert versions(plan) == [(1, "I want a bike", "open"), (2, "I want a red bike", "open")]
    assert GoalVersion.objects.get(version=2, goal=plan.goal).saved_by == plan.ines


def test_second_edit_of_the_same_version_is_shown_the_first_and_changes_nothing(plan: WholePlan) -> None:
    actions.edit_goal(actor=plan.owner, goal_id=plan.goal.pk, words="I want a red bike", version=1)

    with pytest.raises(StaleEdit) as stale:
        actions.edit_goal(actor=plan.adviser, goal_id=plan.goal.pk, words="I want a blue bike", version=1)

    assert (stale.value.current.words, stale.value.current.version) == ("I want a red bike", 2)
    assert [words for _, words, _ in versions(plan)] == ["I want a bike", "I want a red bike"]


def test_second_edit_with_the_same_words_is_no_conflict_and_no_new_version(plan: WholePlan) -> None:
    for _ in range(2):
        actions.edit_goal(actor=plan.owner, goal_id=plan.goal.pk, words="I want a red bike", version=1)

    assert len(versions(plan)) == 2


def test_edit_after_somebody_only_moved_the_goal_is_no_conflict(plan: WholePlan) -> None:
    actions.put_away_goal(actor=plan.adviser, goal_id=plan.goal.pk)

    actions.edit_goal(actor=plan.owner, goal_id=plan.goal.pk, words="I want a red bike", version=1)

    assert versions(plan)[-1] == (3, "I want a red bike", "put_away")


@pytest.mark.parametrize("version", [0, 2, -1, 10**9])
def test_edit_of_a_version_that_never_was_is_a_conflict(plan: WholePlan, version: int) -> None:
    with pytest.raises(StaleEdit):
        actions.edit_goal(actor=plan.owner, goal_id=plan.goal.pk, words="I want a red bike", version=version)


def test_goal_is_reached_put_away_and_taken_up_again_each_once(plan: WholePlan) -> None:
    for move in (actions.reach_goal, actions.reopen_goal, actions.put_away_goal, actions.reopen_goal):
        for _ in range(2):
            move(actor=plan.owner, goal_id=plan.goal.pk)

    assert [state for _, _, state in versions(plan)] == ["open", "reached", "open", "put_away", "open"]


def test_who_may_change_a_goal(plan: WholePlan) -> None:
    for who, actor in plan.people_who_may().items():
        version = plan.goal.versions.count()
        actions.edit_goal(actor=actor, goal_id=plan.goal.pk, words=f"I want a bike, says the {who}", version=version)
    for actor in plan.people_who_may_not().values():
        with pytest.raises(NotVisible):
            actions.edit_goal(actor=actor, goal_id=plan.goal.pk, words="I want nothing", version=4)
        for move in (actions.reach_goal, actions.put_away_goal, actions.reopen_goal):
            with pytest.raises(NotVisible):
                move(actor=actor, goal_id=plan.goal.pk)

    assert [words for _, words, _ in versions(plan)] == [
        "I want a bike",
        "I want a bike, says the owner",
        "I want a bike, says the own adviser",
        "I want a bike, says the manager",
    ]


def test_goal_that_is_not_there_is_not_visible(plan: WholePlan) -> None:
    with pytest.raises(NotVisible):
        actions.edit_goal(actor=plan.owner, goal_id=uuid4(), words="I want a bike", version=1)
