import pytest

from ownpath.circle.enums import Wish
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.actor import Actor
from ownpath.plans import actions
from ownpath.plans.enums import StepDoer
from ownpath.plans.models import Goal, Step
from tests import factories
from tests.factories import WholePlan


def start(actor: Actor, plan: WholePlan, **values: object) -> Goal:
    about = factories.connection(plan.yara, **values)
    return actions.start_goal_about(actor=actor, young_person_id=plan.yara.pk, connection_id=about.who)


def first_step(goal: Goal) -> tuple[str, str]:
    step = Step.objects.get(goal=goal)
    return step.words, step.doer


def test_i_put_a_wish_on_my_plan_with_a_step_of_my_own(plan: WholePlan) -> None:
    lost = start(plan.owner, plan, wish=Wish.FIND)
    more = start(plan.owner, plan, name="Dev", wish=Wish.MORE)

    assert (lost.words, more.words) == ("I want to find Mimi again", "I want to see more of Dev")
    assert first_step(lost) == ("Write down what I remember about Mimi", StepDoer.YOUNG_PERSON)
    assert first_step(more) == ("Ask Dev when they have time", StepDoer.YOUNG_PERSON)


def test_adviser_puts_a_shared_wish_on_the_plan_and_promises_the_first_step(plan: WholePlan) -> None:
    factories.shared_map(plan.yara)

    lost = start(plan.adviser, plan, wish=Wish.FIND)
    more = start(plan.adviser, plan, name="Dev", wish=Wish.MORE)

    assert first_step(lost) == ("Talk about how we can look for Mimi", StepDoer.ADVISER)
    assert first_step(more) == ("Talk about what would help to see more of Dev", StepDoer.ADVISER)


def test_a_wish_is_on_the_plan_once(plan: WholePlan) -> None:
    mimi = factories.connection(plan.yara, wish=Wish.FIND)
    pressed = [
        actions.start_goal_about(actor=plan.owner, young_person_id=plan.yara.pk, connection_id=mimi.who)
        for _ in range(2)
    ]

    assert pressed[0] == pressed[1]
    assert Step.objects.filter(goal=pressed[0]).count() == 1


@pytest.mark.parametrize("wish", ["", Wish.FINE])
def test_without_a_wish_there_is_nothing_to_want(plan: WholePlan, wish: str) -> None:
    with pytest.raises(NotAllowed):
        start(plan.owner, plan, wish=wish)


@pytest.mark.parametrize("is_shared", [True, False])
def test_what_is_not_shared_is_not_there_for_an_adviser(plan: WholePlan, is_shared: bool) -> None:
    if is_shared:
        factories.shared_map(plan.yara)
    with pytest.raises(NotVisible):
        start(plan.adviser, plan, wish=Wish.FIND, is_left_out=is_shared)
    assert not Goal.objects.filter(words__contains="Mimi").exists()


def test_somebody_elses_people_are_not_there(plan: WholePlan) -> None:
    zane = factories.young_person(plan.yara.authority, "Zane Notreal")
    theirs = factories.connection(zane, wish=Wish.FIND)
    factories.shared_map(zane)

    for actor, whose in ((plan.owner, plan.yara), (plan.owner, zane), (plan.adviser, plan.yara)):
        with pytest.raises(NotVisible):
            actions.start_goal_about(actor=actor, young_person_id=whose.pk, connection_id=theirs.who)
