import pytest

from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.plans import actions
from ownpath.plans.enums import StepDoer
from ownpath.plans.models import NotMeant
from tests.factories import WholePlan


def test_it_is_kept_with_the_line_as_it_stood(plan: WholePlan) -> None:
    about_goal = actions.say_goal_not_meant(actor=plan.owner, goal_id=plan.goal.pk, words=" A car, not a bike ")
    about_step = actions.say_step_not_meant(actor=plan.owner, step_id=plan.step.pk)

    assert (about_goal.goal, about_goal.step, about_goal.line, about_goal.words) == (
        plan.goal,
        None,
        "I want a bike",
        "A car, not a bike",
    )
    assert (about_step.goal, about_step.step, about_step.line, about_step.words) == (
        plan.goal,
        plan.step,
        "Look online",
        "",
    )


def test_only_the_young_person_can_say_it(plan: WholePlan) -> None:
    staff = {name: actor for name, actor in plan.people_who_may().items() if name != "owner"}
    for actor in (staff | plan.people_who_may_not()).values():
        with pytest.raises(NotVisible):
            actions.say_goal_not_meant(actor=actor, goal_id=plan.goal.pk, words="x")
        with pytest.raises(NotVisible):
            actions.say_step_not_meant(actor=actor, step_id=plan.step.pk, words="x")

    assert not NotMeant.objects.exists()


def test_an_edit_settles_what_was_said_of_that_line_only(plan: WholePlan) -> None:
    about_goal = actions.say_goal_not_meant(actor=plan.owner, goal_id=plan.goal.pk)
    about_step = actions.say_step_not_meant(actor=plan.owner, step_id=plan.step.pk)

    actions.edit_goal(actor=plan.adviser, goal_id=plan.goal.pk, words="I want a car", version=1)

    about_goal.refresh_from_db()
    about_step.refresh_from_db()
    assert (about_goal.settled_by, about_goal.answer) == (plan.ines, "")
    assert about_step.settled_at is None

    actions.edit_step(
        actor=plan.owner, step_id=plan.step.pk, words="Look in town", doer=StepDoer.YOUNG_PERSON, version=1
    )
    about_step.refresh_from_db()
    assert about_step.settled_by == plan.yara.user


def test_an_edit_that_changes_nothing_settles_nothing(plan: WholePlan) -> None:
    said = actions.say_goal_not_meant(actor=plan.owner, goal_id=plan.goal.pk)

    actions.edit_goal(actor=plan.adviser, goal_id=plan.goal.pk, words="I want a bike", version=1)

    said.refresh_from_db()
    assert said.settled_at is None


def test_staff_answer_it_once_and_the_first_answer_stands(plan: WholePlan) -> None:
    said = actions.say_step_not_meant(actor=plan.owner, step_id=plan.step.pk, words="I said the shop")

    actions.answer_not_meant(actor=plan.adviser, not_meant_id=said.pk, words="Sorry. Let's talk on Monday.")
    actions.answer_not_meant(actor=plan.people_who_may()["manager"], not_meant_id=said.pk, words="Another")

    said.refresh_from_db()
    assert (said.answer, said.settled_by) == ("Sorry. Let's talk on Monday.", plan.ines)
    assert said.settled_at is not None
    assert said.settled_at <= clock.now()


def test_nobody_answers_who_may_not_work_with_the_person(plan: WholePlan) -> None:
    said = actions.say_step_not_meant(actor=plan.owner, step_id=plan.step.pk, words="I said the shop")

    for actor in ({"owner": plan.owner} | plan.people_who_may_not()).values():
        with pytest.raises(NotVisible):
            actions.answer_not_meant(actor=actor, not_meant_id=said.pk, words="No")

    said.refresh_from_db()
    assert (said.answer, said.settled_at) == ("", None)
