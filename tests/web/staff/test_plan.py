from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ownpath.core.clock import held_at
from ownpath.plans import actions
from ownpath.plans.enums import StepDoer
from ownpath.plans.models import Goal, NotMeant, Review, Step, Win
from tests import factories
from tests.client import Client
from tests.factories import WholePlan


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with held_at(datetime(2026, 3, 2, 12, tzinfo=UTC)):
        yield


@pytest.fixture
def plan(db: None) -> WholePlan:
    return factories.whole_plan()


@pytest.fixture
def adviser(client: Client, plan: WholePlan) -> Client:
    client.force_login(plan.ines)
    return client


def to(plan: WholePlan, name: str, **kwargs: Any) -> str:
    return reverse(f"staff:{name}", kwargs={"young_person_id": plan.yara.pk} | kwargs)


def page(client: Client, plan: WholePlan) -> str:
    return client.get(to(plan, "plan")).content.decode()


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def test_plan_names_people_and_says_what_we_owe(adviser: Client, plan: WholePlan) -> None:
    late = {"doer": StepDoer.ADVISER, "by_date": date(2026, 3, 1)}
    actions.add_step(actor=plan.adviser, goal_id=plan.goal.pk, words="Ring the shop", **late)

    text = page(adviser, plan)

    assert "Plan of Yara Notreal" in text
    assert "Ines Invented promised to do this by 1 March." in text
    assert "We are late with this." in text
    assert "on us, not on you" not in text
    assert "Not what I meant" not in text


def test_staff_let_a_step_go_and_say_why(adviser: Client, plan: WholePlan) -> None:
    let_go = to(plan, "step-let-go", step_id=plan.step.pk)

    unsaid = adviser.post(let_go, {"why": " "})
    said = adviser.post(let_go, {"why": "The shop has shut."})

    assert (unsaid.status_code, "Write why: somebody may count on this step." in unsaid.content.decode()) == (422, True)
    assert said.headers["Location"] == f"{to(plan, 'plan')}#line-{plan.goal.pk}"
    assert "The shop has shut." in adviser.get(to(plan, "plan")).content.decode()
    adviser.post(to(plan, "step-take-up", step_id=plan.step.pk))
    assert "The shop has shut." not in adviser.get(to(plan, "plan")).content.decode()


def test_staff_add_change_and_tick(adviser: Client, plan: WholePlan) -> None:
    assert "I want a bike" in adviser.get(to(plan, "step-add", goal_id=plan.goal.pk)).content.decode()
    adviser.post(to(plan, "step-add", goal_id=plan.goal.pk), {"words": "Ring", "doer": "other", "doer_name": "Gran"})
    ring = Step.objects.get(words="Ring")

    changed = adviser.post(
        to(plan, "step-edit", step_id=ring.pk), {"words": "Ring Gran", "doer": "adviser", "version": "1"}
    )
    adviser.post(to(plan, "step-tick", step_id=ring.pk), {"done": "yes"})
    adviser.post(to(plan, "goal-edit", goal_id=plan.goal.pk), {"words": "I want a red bike", "version": "1"})
    adviser.post(to(plan, "goal-reach", goal_id=plan.goal.pk))

    ring.refresh_from_db()
    assert changed.headers["Location"] == f"{to(plan, 'plan')}#line-{ring.pk}"
    assert (ring.words, ring.doer, ring.doer_name, ring.done_by) == ("Ring Gran", "adviser", "", plan.ines)
    assert list(Goal.objects.values_list("words", "state")) == [("I want a red bike", "reached")]


def test_second_of_two_edits_is_shown_both(adviser: Client, plan: WholePlan) -> None:
    actions.edit_goal(actor=plan.owner, goal_id=plan.goal.pk, words="I want a fast bike", version=1)

    both = adviser.post(to(plan, "goal-edit", goal_id=plan.goal.pk), {"words": "I want a red bike", "version": "1"})

    assert both.status_code == 409
    assert "I want a fast bike" in both.content.decode()
    assert "I want a red bike" in both.content.decode()


def test_what_was_not_meant_is_answered_where_it_stands(adviser: Client, plan: WholePlan) -> None:
    said = actions.say_step_not_meant(actor=plan.owner, step_id=plan.step.pk, words="I said the shop")
    address = to(plan, "not-meant-answer", not_meant_id=said.pk)
    assert address in page(adviser, plan)
    assert "I said the shop" in adviser.get(address).content.decode()
    assert adviser.post(address, {"words": ""}).status_code == 422

    adviser.post(address, {"words": "Sorry. The shop it is."})

    assert NotMeant.objects.get().answer == "Sorry. The shop it is."
    assert "Ines Invented answered: Sorry. The shop it is." in " ".join(page(adviser, plan).split())
    assert address not in page(adviser, plan)


def test_win_that_staff_saw_says_who_noted_it(adviser: Client, plan: WholePlan) -> None:
    assert "Yara Notreal" in adviser.get(to(plan, "win-add")).content.decode()
    assert adviser.post(to(plan, "win-add"), {"words": "x" * 301}).status_code == 422

    adviser.post(to(plan, "win-add"), {"words": "Rang the bank"})

    assert Win.objects.get().added_by == plan.ines
    assert "Rang the bank" in page(adviser, plan)


def test_review_is_set_then_held(adviser: Client, plan: WholePlan) -> None:
    assert "No day is set." in page(adviser, plan)
    adviser.post(to(plan, "review"), day("next_date", date(2026, 4, 1)))
    assert "Look at the plan together by 1 April 2026." in page(adviser, plan)

    adviser.post(to(plan, "review"), day("held_date", date(2026, 3, 1)) | day("next_date", date(2026, 9, 1)))

    assert list(Review.objects.order_by("due_date").values_list("due_date", "held_date")) == [
        (date(2026, 4, 1), date(2026, 3, 1)),
        (date(2026, 9, 1), None),
    ]


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({}, "Write the day, month and year"),
        (day("next_date", date(2026, 3, 1)), "Write a date that is not before 2 March 2026."),
        (day("next_date", date(2026, 9, 3)), "Write a date that is not after 2 September 2026."),
        (day("held_date", date(2026, 3, 3)) | day("next_date", date(2026, 4, 1)), "not after 2 March 2026."),
        (day("held_date", date(2026, 1, 5)) | day("next_date", date(2026, 8, 1)), "not after 5 July 2026."),
        ({"next_date-day": "x" * 10_000, "next_date-month": "2", "next_date-year": "2026"}, "no such day"),
    ],
)
def test_faulty_review_says_what_to_write(adviser: Client, plan: WholePlan, typed: dict[str, str], fault: str) -> None:
    response = adviser.post(to(plan, "review"), typed)

    assert (response.status_code, Review.objects.count()) == (422, 0)
    assert fault in response.content.decode()


def test_lines_are_found_only_under_the_person_they_are_of(adviser: Client, plan: WholePlan) -> None:
    zane = factories.young_person(plan.yara.authority, "Zane Notreal")
    factories.allocate(zane, plan.ines)
    said = actions.say_goal_not_meant(actor=plan.owner, goal_id=plan.goal.pk)
    lines = [
        ("goal-edit", {"goal_id": plan.goal.pk}),
        ("step-add", {"goal_id": plan.goal.pk}),
        ("step-edit", {"step_id": plan.step.pk}),
        ("not-meant-answer", {"not_meant_id": said.pk}),
    ]
    for name, kwargs in lines:
        assert adviser.get(to(plan, name, **kwargs)).status_code == 200
        assert adviser.get(to(plan, name, **kwargs | {"young_person_id": zane.pk})).status_code == 404
        assert adviser.get(to(plan, name, **dict.fromkeys(kwargs, uuid4()))).status_code == 404


def test_number_of_queries_is_the_same_for_one_goal_and_for_thirty(adviser: Client, plan: WholePlan) -> None:
    counts = set()
    page(adviser, plan)
    for goals in (0, 29):
        for number in range(goals):
            goal = actions.start_goal(actor=plan.owner, young_person_id=plan.yara.pk, words=f"I want {number}")
            actions.edit_goal(actor=plan.adviser, goal_id=goal.pk, words=f"I want {number} more", version=1)
            step = actions.add_step(actor=plan.owner, goal_id=goal.pk, words="Try", doer=StepDoer.ADVISER)
            actions.say_step_not_meant(actor=plan.owner, step_id=step.pk)
        with CaptureQueriesContext(connection) as asked:
            assert page(adviser, plan).count('class="card goal"') == goals + 1
        counts.add(len(asked))

    assert len(counts) == 1
    assert max(counts) <= 15
