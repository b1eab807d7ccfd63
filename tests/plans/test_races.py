"""Two people really save at the same moment."""

from collections.abc import Callable

from ownpath.core.actor import Actor
from ownpath.core.once import once
from ownpath.core.versions import StaleEdit
from ownpath.plans import actions
from ownpath.plans.models import Goal, GoalVersion, StepVersion
from tests.factories import WholePlan
from tests.racing import at_once, shared_database

__all__ = ["shared_database"]


def test_two_edits_at_once_lose_neither_text(shared_database: None, plan: WholePlan) -> None:
    texts = {"I want a red bike": plan.owner, "I want a blue bike": plan.adviser}

    def save(words: str, actor: Actor) -> Callable[[], object]:
        return lambda: actions.edit_goal(actor=actor, goal_id=plan.goal.pk, words=words, version=1)

    outcomes = at_once(*((actor, save(words, actor)) for words, actor in texts.items()))

    [saved] = [outcome for outcome in outcomes if isinstance(outcome, Goal)]
    [stale] = [outcome for outcome in outcomes if isinstance(outcome, StaleEdit)]
    assert saved.words in texts
    assert (stale.current.words, stale.current.version) == (saved.words, 2)
    assert list(GoalVersion.objects.order_by("version").values_list("words", flat=True)) == [
        "I want a bike",
        saved.words,
    ]


def test_ticks_at_once_leave_one_version(shared_database: None, plan: WholePlan) -> None:
    at_once(
        *(
            (actor, lambda actor=actor: actions.tick_step(actor=actor, step_id=plan.step.pk))
            for actor in [plan.owner, plan.adviser, plan.owner]
        )
    )

    assert list(StepVersion.objects.order_by("version").values_list("version", "is_done")) == [(1, False), (2, True)]


def test_one_form_posted_twice_at_once_starts_one_goal(shared_database: None, plan: WholePlan) -> None:
    def post() -> None:
        with once(plan_owner, "the form's key") as is_first:
            if is_first:
                actions.start_goal(actor=plan_owner, young_person_id=plan.yara.pk, words="I want a cat")

    plan_owner = plan.owner
    at_once((plan_owner, post), (plan_owner, post))

    assert Goal.objects.filter(words="I want a cat").count() == 1
