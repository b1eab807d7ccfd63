from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ownpath.core import clock
from ownpath.core.clock import held_at
from ownpath.plans import actions
from ownpath.plans.enums import StepDoer
from ownpath.plans.models import Goal, GoalVersion, NotMeant, Step, StepVersion
from ownpath.surveys.enums import Sharing
from tests import factories
from tests.client import Client
from tests.factories import WholePlan

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def plan(db: None) -> WholePlan:
    return factories.whole_plan()


@pytest.fixture
def mine(client: Client, plan: WholePlan) -> Client:
    client.force_login(plan.yara.user)
    return client


def page(client: Client) -> str:
    return client.get("/my/plan/").content.decode()


def step_fields(**values: Any) -> dict[str, Any]:
    return {"words": "Look in town", "doer": "young_person", "doer_name": "", "version": "1"} | values


def test_plan_says_who_does_what_by_when_and_what_we_owe(mine: Client, plan: WholePlan) -> None:
    with held_at(NOON):
        day = NOON.date()
        for doer, words in ((StepDoer.ADVISER, "Ring the shop"), (StepDoer.OTHER, "Lend me a pump")):
            name = "Uncle Unreal"
            actions.add_step(
                actor=plan.owner,
                goal_id=plan.goal.pk,
                words=words,
                doer=doer,
                doer_name=name,
                by_date=day.replace(day=1),
            )
        text = page(mine)

    assert "I want a bike" in text
    assert "Ines promised to do this by 1 March." in text
    assert "Uncle Unreal, by 1 March." in text
    assert "This is late. That is on us, not on you." in text
    assert text.count("on us, not on you") == 2
    assert "We are late with a promise" in text


def test_nothing_on_the_plan_is_an_invitation(client: Client) -> None:
    client.force_login(factories.young_person(factories.authority()).user)

    assert "There is nothing on your plan right now." in page(client)


def test_goal_of_ones_own_with_its_first_step(mine: Client, plan: WholePlan) -> None:
    response = mine.post(
        "/my/plan/goals/add/",
        {
            "words": "I want <b>quiet</b> nights",
            "first_step": "Buy ear plugs",
            "doer": "other",
            "doer_name": "Gran",
            "by_date-day": "3",
            "by_date-month": "may",
            "by_date-year": str(datetime.now(tz=UTC).year + 1),
        },
    )

    assert response.headers["Location"] == "/my/plan/"
    step = Step.objects.get(words="Buy ear plugs")
    assert (step.goal.words, step.doer, step.doer_name) == ("I want <b>quiet</b> nights", "other", "Gran")
    assert step.by_date is not None
    assert (step.by_date.day, step.by_date.month) == (3, 5)
    assert "I want &lt;b&gt;quiet&lt;/b&gt; nights" in page(mine)


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"words": ""}, "Write what you want."),
        ({"words": " I want "}, "Write what you want."),
        ({"words": "I want " + "x" * 10_000}, "9707 letters too long"),
        ({"first_step": "Ring"}, "Choose who does the first step."),
        ({"first_step": "Ring", "doer": "nobody"}, "Choose one of these."),
        ({"first_step": "Ring", "doer": "other"}, "Write who does it."),
        ({"doer": "other", "doer_name": "Gran"}, "Write what the step is."),
        ({"by_date-day": "1", "by_date-month": "2", "by_date-year": "2027"}, "Write what the step is."),
        ({"first_step": "Ring", "doer": "other", "doer_name": "x" * 10_000}, "9880 letters too long"),
        ({"by_date-day": "31", "by_date-month": "2", "by_date-year": "2027"}, "There is no such day."),
        ({"by_date-day": "1", "by_date-month": "2", "by_date-year": "2190"}, "Write a date that is not after"),
        ({"by_date-day": "1", "by_date-month": "2", "by_date-year": "2016"}, "Write a date that is not before"),
        (
            {"by_date-day": "1", "by_date-month": "2", "by_date-year": "0202"},
            "Write the year as it is counted in Britain",
        ),
        ({"first_step": "Ring", "doer": "other", "doer_name": "\u3164"}, "Write a name with at least one letter"),
    ],
)
def test_faulty_goal_comes_back_with_all_that_was_typed(mine: Client, typed: dict[str, str], fault: str) -> None:
    response = mine.post("/my/plan/goals/add/", {"words": "I want a cat", "first_step": ""} | typed)

    assert (response.status_code, Goal.objects.count()) == (422, 1)
    assert fault in response.content.decode()
    assert all(text.strip() in response.content.decode() for name, text in typed.items() if name != "doer")


def test_form_that_is_sent_twice_starts_one_goal(mine: Client) -> None:
    for _ in range(2):
        mine.post("/my/plan/goals/add/", {"words": "I want a cat", "once": "the-same-form"})

    assert Goal.objects.filter(words="I want a cat").count() == 1


def test_goal_can_spring_from_ones_own_shared_answer_only(mine: Client, plan: WholePlan) -> None:
    sent = factories.response(plan.yara)
    shared = factories.answer(sent, "home", words="The window is broken")
    private = factories.answer(sent, "money", sharing=Sharing.PRIVATE)

    assert "The window is broken" in mine.get(f"/my/plan/goals/add/from/{shared.pk}/").content.decode()
    mine.post(f"/my/plan/goals/add/from/{shared.pk}/", {"words": "I want a window that shuts"})
    assert Goal.objects.get(from_answer=shared).area == "home"
    assert mine.get(f"/my/plan/goals/add/from/{private.pk}/").status_code == 404
    assert mine.post(f"/my/plan/goals/add/from/{private.pk}/", {"words": "I want more"}).status_code == 404


def test_second_of_two_edits_is_shown_both_and_can_put_them_together(mine: Client, plan: WholePlan) -> None:
    address = f"/my/plan/goals/{plan.goal.pk}/"
    actions.edit_goal(actor=plan.adviser, goal_id=plan.goal.pk, words="I want a red bike", version=1)

    both = mine.post(address, {"words": "I want a fast bike", "version": "1"})
    text = both.content.decode()
    assert both.status_code == 409
    assert "This was changed while you were writing" in text
    assert "I want a red bike" in text
    assert "I want a fast bike" in text
    assert 'name="version" value="2"' in text

    mine.post(address, {"words": "I want a fast red bike", "version": "2"})
    assert list(GoalVersion.objects.order_by("version").values_list("words", flat=True)) == [
        "I want a bike",
        "I want a red bike",
        "I want a fast red bike",
    ]


def test_second_of_two_edits_of_a_step_is_shown_what_differs(mine: Client, plan: WholePlan) -> None:
    actions.edit_step(
        actor=plan.adviser, step_id=plan.step.pk, words="Look at the market", doer=StepDoer.ADVISER, version=1
    )

    both = mine.post(f"/my/plan/steps/{plan.step.pk}/", step_fields())

    assert both.status_code == 409
    assert "Look at the market" in both.content.decode()
    assert "Look in town" in both.content.decode()
    assert Step.objects.get().words == "Look at the market"


@pytest.mark.parametrize("version", ["", "0", "x", "99999999999999999999", "1.5"])
def test_nonsense_for_a_version_loses_nothing(mine: Client, plan: WholePlan, version: str) -> None:
    response = mine.post(f"/my/plan/steps/{plan.step.pk}/", step_fields(version=version))

    assert (response.status_code, Step.objects.get().words) == (409, "Look online")


def test_step_is_changed_and_says_what_it_said_before(mine: Client, plan: WholePlan) -> None:
    address = f"/my/plan/steps/{plan.step.pk}/"
    assert "Look online" in mine.get(address).content.decode()

    response = mine.post(address, step_fields())

    assert response.headers["Location"] == f"/my/plan/#line-{plan.step.pk}"
    text = page(mine)
    assert "What it said before" in text
    assert "“Look online”" in text
    assert "Written by you on" in text


def test_step_that_is_late_can_be_changed_and_stays_late_but_no_earlier(mine: Client, plan: WholePlan) -> None:
    due = clock.today() - timedelta(days=3)
    Step.objects.update(by_date=due)
    StepVersion.objects.update(by_date=due)
    keeps, earlier = step_fields(**day_fields(due)), step_fields(**day_fields(due - timedelta(days=1)))

    assert mine.post(f"/my/plan/steps/{plan.step.pk}/", earlier).status_code == 422
    assert mine.post(f"/my/plan/steps/{plan.step.pk}/", keeps).status_code == 302
    assert Step.objects.get().by_date == due


def test_day_and_month_in_arabic_digits_and_words_are_read(mine: Client, plan: WholePlan) -> None:
    year = clock.today().year + 1
    for month in ("١", "كانون الثاني", "جانفي", "يناير", "Jan"):
        typed = {"by_date-day": "١٥", "by_date-month": month, "by_date-year": str(year)}
        answer = mine.post(f"/my/plan/goals/{plan.goal.pk}/steps/add/", step_fields(words=month) | typed)
        assert answer.status_code == 302
        assert Step.objects.get(words=month).by_date == date(year, 1, 15)


def day_fields(day: date) -> dict[str, str]:
    return {"by_date-day": str(day.day), "by_date-month": str(day.month), "by_date-year": str(day.year)}


def test_tick_is_one_press_and_can_be_taken_back(mine: Client, plan: WholePlan) -> None:
    address = f"/my/plan/steps/{plan.step.pk}/tick/"
    for _ in range(2):
        assert mine.post(address, {"done": "yes"}).status_code == 302
    assert "Ticked by you." in page(mine)

    mine.post(address, {"done": "no"})
    assert "Ticked by you." not in page(mine)
    assert StepVersion.objects.filter(step=plan.step).count() == 3


def test_button_pressed_after_the_session_ended_leads_back_to_the_plan(client: Client, plan: WholePlan) -> None:
    address = f"/my/plan/steps/{plan.step.pk}/tick/"
    sent_away = client.post(address, {"done": "yes"})
    assert sent_away.headers["Location"].startswith("/sign-in/")

    client.force_login(plan.yara.user)
    assert client.get(address).headers["Location"] == "/my/plan/"
    assert Step.objects.get().done_at is None


def test_goal_is_reached_put_away_and_taken_up_again(mine: Client, plan: WholePlan) -> None:
    for name, state in (("goal-reach", "reached"), ("goal-reopen", "open"), ("goal-put-away", "put_away")):
        mine.post(reverse(f"my:{name}", kwargs={"goal_id": plan.goal.pk}))
        assert Goal.objects.get().state == state
        assert "I want a bike" in page(mine)


def test_this_is_not_what_i_meant(mine: Client, plan: WholePlan) -> None:
    about_step = f"/my/plan/steps/{plan.step.pk}/not-meant/"
    assert "Look online" in mine.get(about_step).content.decode()
    assert mine.post(about_step, {"words": "x" * 301}).status_code == 422

    mine.post(about_step, {"words": "I said the shop"})
    mine.post(f"/my/plan/goals/{plan.goal.pk}/not-meant/", {"words": ""})

    assert list(NotMeant.objects.order_by("said_at").values_list("line", "words")) == [
        ("Look online", "I said the shop"),
        ("I want a bike", ""),
    ]
    assert "I said the shop" in page(mine)
    actions.answer_not_meant(
        actor=plan.adviser, not_meant_id=NotMeant.objects.get(step=plan.step).pk, words="Sorry, the shop it is."
    )
    assert "Sorry, the shop it is." in page(mine)


def test_somebody_elses_lines_are_not_there(client: Client, plan: WholePlan) -> None:
    client.force_login(factories.young_person(plan.yara.authority, "Zane Notreal").user)
    about_step = ("step-edit", "step-tick", "step-let-go", "step-take-up", "step-not-meant")
    about_goal = ("goal-edit", "goal-reach", "goal-put-away", "goal-reopen", "goal-not-meant", "step-add")

    for goal_id, step_id in ((plan.goal.pk, plan.step.pk), (uuid4(), uuid4())):
        addresses = [reverse(f"my:{name}", kwargs={"step_id": step_id}) for name in about_step]
        addresses += [reverse(f"my:{name}", kwargs={"goal_id": goal_id}) for name in about_goal]
        for address in addresses:
            assert client.post(address, step_fields()).status_code == 404
            assert client.get(address).status_code in {302, 404}

    assert list(Step.objects.values_list("words", "version")) == [("Look online", 1)]


def test_number_of_queries_is_the_same_for_one_goal_and_for_thirty(mine: Client, plan: WholePlan) -> None:
    counts = set()
    page(mine)
    for goals in (0, 29):
        for number in range(goals):
            goal = actions.start_goal(actor=plan.owner, young_person_id=plan.yara.pk, words=f"I want {number}")
            actions.edit_goal(actor=plan.adviser, goal_id=goal.pk, words=f"I want {number} more", version=1)
            step = actions.add_step(actor=plan.owner, goal_id=goal.pk, words="Try", doer=StepDoer.ADVISER)
            actions.tick_step(actor=plan.adviser, step_id=step.pk)
            actions.say_step_not_meant(actor=plan.owner, step_id=step.pk)
        with CaptureQueriesContext(connection) as asked:
            assert page(mine).count('class="card goal"') == goals + 1
        counts.add(len(asked))

    assert len(counts) == 1
    assert max(counts) <= 14
