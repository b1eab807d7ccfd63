"""An adviser's morning, and a manager's look at the whole."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from ownpath.core import clock
from ownpath.people.models import Contact, YoungPerson
from ownpath.plans.models import Step
from ownpath.support.enums import AskKind
from ownpath.surveys.enums import Change, Sharing
from tests import factories

from .walker import Walker


@pytest.fixture
def yara() -> YoungPerson:
    """Somebody who asked for help, with an adviser in a team, and something kept private."""
    council = factories.authority()
    yara = factories.young_person(council)
    factories.pack()
    factories.allocate(yara, factories.adviser(council, team=factories.team(council, name="Harbour")))
    factories.ask(yara, words="The meter is empty.")
    response = factories.response(yara, sent_at=clock.now() - timedelta(hours=1))
    factories.answer(response, "home", now=1, change=Change.WORSE, words="The window will not shut.")
    factories.answer(response, "money", now=1, sharing=Sharing.PRIVATE, words="I owe a friend.")
    factories.prioritise(response, "home", "money")
    return yara


@pytest.mark.parametrize("has_script", [True, False])
def test_adviser_sees_who_needs_time_and_writes_down_all_that_came_of_it(
    new_walker: Callable[..., Walker], yara: YoungPerson, has_script: bool
) -> None:
    walker = new_walker(has_script=has_script)
    walker.is_signed_in_as(yara.allocation_rows.get().adviser)

    walker.opens("/staff/")
    walker.reads("Asked for help with “Money”, today.")
    walker.reads("The meter is empty.")
    walker.reads("Home, “home very hard”, “Worse”. Nobody has read it yet.")
    walker.presses("Conversation with Yara Notreal")
    walker.opens("/staff/")
    walker.presses("Record a contact with Yara Notreal")
    walker.chooses("Call")
    walker.presses("Save the contact")
    walker.reads("Write a line about it, so that nobody has to tell it twice.")
    walker.writes("What was said and done", "The meter is topped up. Window next.")
    walker.page.locator("label", has_text="Help with “Money”").click()
    walker.page.get_by_label("What is the step?").first.fill("Ring the landlord")
    walker.page.get_by_label("The new goal").first.fill("I want a window that shuts")
    walker.presses("Save the contact")

    walker.reads_heading("Yara Notreal 19")
    walker.reads("The contact is recorded.")
    walker.reads("The meter is topped up. Window next.")
    walker.does_not_read("Asked for help")
    walker.does_not_read("home very hard")
    assert Contact.objects.count() == 1
    assert Step.objects.values_list("words", "goal__words").get() == ("Ring the landlord", "I want a window that shuts")


def test_adviser_records_a_contact_by_keyboard(walker: Walker, yara: YoungPerson) -> None:
    walker.is_signed_in_as(yara.allocation_rows.get().adviser)
    walker.opens(f"/staff/people/{yara.pk}/contact/")

    walker.tabs_to("Met up")
    walker.presses_key("Space")
    walker.tabs_to("What was said and done")
    walker.types("We had chips.")
    walker.tabs_to("Save the contact")
    walker.page.keyboard.press("Enter")

    walker.reads_heading("Yara Notreal 19")
    walker.reads("We had chips.")
    assert Contact.objects.values_list("way", "words").get() == ("meeting", "We had chips.")


def test_manager_follows_a_number_to_the_people_behind_it(walker: Walker, yara: YoungPerson) -> None:
    factories.ask(factories.young_person(yara.authority, "Zane Notreal"), kind=AskKind.NOT_SAFE)
    walker.is_signed_in_as(factories.manager(yara.authority))

    walker.opens("/home/")
    walker.reads_heading("Overview")
    walker.reads("Harbour")
    walker.presses("1 Asked for help")
    walker.reads_heading("Asked for help 1")
    walker.reads("Yara Notreal")
    walker.does_not_read("Zane Notreal")

    walker.presses("Overview")
    walker.presses("1 Said they don’t feel safe")
    walker.reads("No adviser")

    walker.opens("/staff/overview/")
    walker.page.locator("summary", has_text="Home").click()
    walker.page.get_by_role("link", name="home very hard").click()
    walker.reads_heading("home very hard 1")
    walker.reads("The window will not shut.")
    walker.does_not_read("I owe a friend.")
