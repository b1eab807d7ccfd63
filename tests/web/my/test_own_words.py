"""Somebody else's words where mine were: on my plan, on Home, and before staff save them."""

import pytest

from ownpath.plans import actions
from ownpath.plans.enums import StepDoer
from ownpath.plans.models import Goal
from tests import factories
from tests.client import Client
from tests.factories import WholePlan

HERS, OURS = "I want the phone debt gone by my birthday", "Reduce arrears to zero (TT)"


@pytest.fixture
def plan(db: None) -> WholePlan:
    plan = factories.whole_plan()
    actions.edit_goal(actor=plan.owner, goal_id=plan.goal.pk, words=HERS, version=1)
    return plan


@pytest.fixture
def mine(client: Client, plan: WholePlan) -> Client:
    client.force_login(plan.yara.user)
    return client


@pytest.fixture
def ines(plan: WholePlan) -> Client:
    client = Client()
    client.force_login(plan.ines)
    return client


def replaced(plan: WholePlan) -> None:
    actions.edit_goal(actor=plan.adviser, goal_id=plan.goal.pk, words=OURS, version=2)


def main(client: Client, path: str) -> str:
    text: str = client.get(path).text
    return text.partition("<main")[2]


def test_a_line_in_my_own_words_says_nothing_of_whose(mine: Client) -> None:
    assert "’s words" not in main(mine, "/my/plan/")
    assert "changed a line" not in main(mine, "/my/")


def test_my_plan_says_whose_words_and_gives_mine_back_in_one_press(mine: Client, plan: WholePlan) -> None:
    replaced(plan)
    page = main(mine, "/my/plan/")
    assert "Ines’s words, " in page
    assert f"You wrote: “{HERS}”" in page

    response = mine.post(f"/my/plan/goals/{plan.goal.pk}/words/", {"use": "mine"})

    assert response.headers["Location"] == f"/my/plan/#line-{plan.goal.pk}"
    page = main(mine, "/my/plan/")
    assert f"<h2>{HERS}</h2>" in page
    assert "Ines’s words" not in page
    assert "changed a line" not in main(mine, "/my/")


def test_home_leads_to_the_line_until_it_is_dealt_with(mine: Client, plan: WholePlan) -> None:
    replaced(plan)
    line = f'<a href="/my/plan/#line-{plan.goal.pk}">Ines changed a line on your plan.</a>'
    assert line in main(mine, "/my/")
    mine.get("/my/plan/")
    assert line in main(mine, "/my/")

    mine.post(f"/my/plan/goals/{plan.goal.pk}/words/", {"use": "theirs"})

    assert line not in main(mine, "/my/")
    page = main(mine, "/my/plan/")
    assert Goal.objects.get().words == OURS
    assert "Ines’s words, " in page
    assert f"You wrote: “{HERS}”" in page
    assert "OK, keep" not in page


def test_several_changes_are_one_line_on_home(mine: Client, plan: WholePlan) -> None:
    replaced(plan)
    actions.edit_step(
        actor=plan.adviser, step_id=plan.step.pk, words="Go online", doer=StepDoer.YOUNG_PERSON, version=1
    )

    page = main(mine, "/my/")

    assert "Ines changed 2 lines on your plan." in page
    assert page.count("Ines’s words") == 1  # beside my next small step


def test_a_promise_in_other_words_than_i_asked_for_says_whose(mine: Client, plan: WholePlan) -> None:
    values = {"doer": StepDoer.ADVISER, "goal_id": plan.goal.pk}
    kept = actions.add_step(actor=plan.owner, words="Ring the shop", **values)
    actions.add_step(actor=plan.adviser, words="Find a lock", **values)
    assert "Ines’s words" not in main(mine, "/my/")

    actions.edit_step(actor=plan.adviser, step_id=kept.pk, words="Phone them", doer=StepDoer.ADVISER, version=1)

    assert main(mine, "/my/").count("Ines’s words") == 1


def test_a_put_away_goal_in_other_words_lies_open(mine: Client, plan: WholePlan) -> None:
    replaced(plan)
    actions.put_away_goal(actor=plan.adviser, goal_id=plan.goal.pk)

    assert '<details class="govuk-details" open>' in main(mine, "/my/plan/")
    assert f"You wrote: “{HERS}”" in main(mine, "/my/plan/")


def test_staff_see_her_words_before_they_change_them_and_after(ines: Client, plan: WholePlan) -> None:
    form = main(ines, f"/staff/people/{plan.yara.pk}/plan/goals/{plan.goal.pk}/")
    assert "Yara wrote:" in form
    assert form.index(HERS) < form.index("<textarea")
    assert "Yara sees both, with your name" in form

    replaced(plan)

    page = main(ines, f"/staff/people/{plan.yara.pk}/plan/")
    assert "Your words, " in page
    assert f"Yara wrote: “{HERS}”" in page
    assert "Use my words again" not in page


def test_staff_see_her_words_of_a_step_before_they_change_them(ines: Client, plan: WholePlan) -> None:
    form = main(ines, f"/staff/people/{plan.yara.pk}/plan/steps/{plan.step.pk}/")

    assert form.index("Yara wrote:") < form.index("Look online") < form.index("<textarea")


def test_a_goal_made_of_what_i_said_stands_beside_what_i_said(mine: Client, ines: Client, plan: WholePlan) -> None:
    answer = factories.answer(factories.response(plan.yara), "home", words="My phone company wants £180")
    actions.start_goal(actor=plan.adviser, young_person_id=plan.yara.pk, words="Debt", from_answer_id=answer.pk)

    assert "You said: “My phone company wants £180”" in main(mine, "/my/plan/")
    assert "My phone company" not in main(ines, f"/staff/people/{plan.yara.pk}/plan/")
