"""What was said becomes a plan: the adviser and the young person write in it, each on a device of their own."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.plans import actions
from ownpath.plans.enums import StepDoer
from ownpath.plans.models import Goal, Step
from ownpath.surveys.enums import Change, Sharing
from tests import factories

from .walker import Walker


@pytest.fixture
def yara() -> YoungPerson:
    """A young person who shared how her home is and kept how money is to herself."""
    factories.pack()
    whom = factories.young_person(factories.authority())
    factories.allocate(whom, factories.adviser(whom.authority))
    told = factories.response(whom)
    factories.answer(told, "home", words="The window will not shut.", change=Change.WORSE)
    factories.answer(told, "money", words="I owe a friend.", sharing=Sharing.PRIVATE)
    factories.prioritise(told, "money", "home")
    return whom


@pytest.fixture
def adviser(new_walker: Callable[..., Walker], yara: YoungPerson) -> Walker:
    walker = new_walker()
    walker.is_signed_in_as(yara.allocation_rows.get().adviser)
    return walker


@pytest.fixture
def phone(new_walker: Callable[..., Walker], yara: YoungPerson) -> Walker:
    walker = new_walker(has_script=False)
    walker.is_signed_in_as(yara)
    return walker


def test_an_answer_becomes_a_goal_that_both_work_on(adviser: Walker, phone: Walker, yara: YoungPerson) -> None:
    adviser.opens(f"/staff/people/{yara.pk}/conversation/")
    adviser.reads("The window will not shut.")
    adviser.does_not_read("I owe a friend.")
    adviser.does_not_read("Money")
    adviser.presses("Make this a goal Home")
    adviser.finds_written("What do they want?", "I want ")
    adviser.writes("What do they want?", "I want a window that shuts")
    adviser.writes("What is a first small step?", "Ring the landlord")
    adviser.chooses("I will (this is a promise)")
    adviser.presses("Put it on the plan")
    adviser.reads_heading("Plan of Yara Notreal")

    phone.opens("/my/plan/")
    phone.reads("Ines promised to do this.")
    phone.presses("Not what I meant Ring the landlord")
    phone.writes("What did you mean?", "Write, so it is on paper.")
    phone.presses("This isn’t what I meant")
    phone.presses("Add a step I want a window that shuts")
    phone.writes("What is the small step?", "Take a photo")
    phone.chooses("Me")
    phone.presses("Save")
    phone.presses("Done: Take a photo")
    phone.reads("Ticked by you.")

    adviser.opens(f"/staff/people/{yara.pk}/plan/")
    adviser.reads("Write, so it is on paper.")
    adviser.presses("Change Ring the landlord")
    adviser.writes("What is the small step?", "Write to the landlord")
    adviser.presses("Save")
    adviser.does_not_read("Answer Ring the landlord")

    phone.opens("/my/plan/")
    phone.reads("Write to the landlord")
    phone.presses("I got there I want a window that shuts")
    assert Goal.objects.get().state == "reached"
    assert set(Step.objects.values_list("words", flat=True)) == {"Write to the landlord", "Take a photo"}


def test_two_people_edit_one_step_and_neither_text_is_lost(adviser: Walker, phone: Walker, yara: YoungPerson) -> None:
    her = factories.actor(yara)
    goal = actions.start_goal(actor=her, young_person_id=yara.pk, words="I want a bike")
    step = actions.add_step(actor=her, goal_id=goal.pk, words="Look online", doer=StepDoer.YOUNG_PERSON)
    phone.opens(f"/my/plan/steps/{step.pk}/")
    adviser.opens(f"/staff/people/{yara.pk}/plan/steps/{step.pk}/")

    adviser.writes("What is the small step?", "Look at the market")
    adviser.presses("Save")
    phone.writes("What is the small step?", "Look in town")
    phone.presses("Save")

    phone.reads("This was changed while you were writing")
    phone.reads("Look at the market")
    phone.finds_written("What is the small step?", "Look in town")
    phone.writes("What is the small step?", "Look in town, then at the market")
    phone.presses("Save")
    phone.reads("Look in town, then at the market")


def test_every_page_of_the_plan_is_judged(walker: Walker, adviser: Walker, yara: YoungPerson) -> None:
    her, pa = factories.actor(yara), factories.actor(yara.allocation_rows.get().adviser)
    goal = actions.start_goal(actor=her, young_person_id=yara.pk, words="I want a bike")
    late: dict[str, Any] = {"doer": StepDoer.ADVISER, "by_date": clock.today() - timedelta(days=1)}
    step = actions.add_step(actor=her, goal_id=goal.pk, words="Ring the shop", **late)
    actions.edit_goal(actor=pa, goal_id=goal.pk, words="I want a red bike", version=1)
    said = actions.say_step_not_meant(actor=her, step_id=step.pk)
    factories.goal(yara, words="I want a cat", state="reached")
    factories.goal(yara, words="I want a dog", state="put_away")
    actions.record_win(actor=pa, young_person_id=yara.pk, words="Got up")
    both = ("", "goals/add/", f"goals/{goal.pk}/", f"goals/{goal.pk}/steps/add/", f"steps/{step.pk}/")

    walker.is_signed_in_as(yara)
    for page in (*both, f"goals/{goal.pk}/not-meant/", f"steps/{step.pk}/not-meant/"):
        walker.opens(f"/my/plan/{page}")
    for page in (*both, "review/", "wins/add/", f"not-meant/{said.pk}/"):
        adviser.opens(f"/staff/people/{yara.pk}/plan/{page}")
    walker.opens("/my/plan/goals/add/")
    walker.presses("Put it on my plan")
    walker.reads("Write what you want.")
