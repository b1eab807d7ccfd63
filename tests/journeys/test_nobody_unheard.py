"""Nobody goes unheard: the hardest answer reaches somebody, whatever was put first, and something comes back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from ownpath.people.models import YoungPerson
from tests import factories

from .walker import Walker


@pytest.fixture
def yara() -> YoungPerson:
    factories.pack()
    whom = factories.young_person(factories.authority())
    factories.allocate(whom, factories.adviser(whom.authority, "Ines Invented"))
    return whom


@pytest.fixture
def hers(new_walker: Callable[..., Walker], yara: YoungPerson) -> Walker:
    walker = new_walker()
    walker.is_signed_in_as(yara)
    return walker


@pytest.fixture
def ines(new_walker: Callable[..., Walker], yara: YoungPerson) -> Walker:
    walker = new_walker()
    walker.is_signed_in_as(yara.allocation_rows.get().adviser)
    return walker


def answers_the_whole_survey(walker: Walker, *choices: str) -> None:
    """Chooses these about home, skips all else, puts nothing first, and sends."""
    walker.opens("/my/survey/")
    walker.presses("Start")
    for choice in choices:
        walker.chooses(choice)
    walker.presses("Save and go on")
    for _area in ("money", "friends"):
        walker.presses("Not now")
    walker.presses("Save and go on")
    walker.presses("Send it" if "Share with my adviser" in choices else "Keep it")


def test_the_worst_answer_with_nothing_put_first_is_read_and_answered(hers: Walker, ines: Walker) -> None:
    answers_the_whole_survey(hers, "home very hard", "Share with my adviser")
    hers.opens("/my/why/")
    hers.reads("Told us today: Home, “home very hard”.")
    hers.reads("Nobody has read it yet.")

    ines.opens("/staff/")
    ines.reads("Told us today: Home, “home very hard”. Nobody has read it yet. We have not spoken yet.")
    ines.presses("Conversation with Yara Notreal")
    hers.opens("/my/")
    hers.reads("Ines read it today.")
    ines.opens("/staff/")
    ines.reads("Ines Invented read it today. We have not spoken yet.")

    ines.presses("Record a contact with Yara Notreal")
    ines.chooses("Call")
    ines.writes("What was said and done", "The landlord will mend it.")
    ines.presses("Save the contact")
    ines.opens("/staff/")
    ines.does_not_read("home very hard")
    hers.opens("/my/why/")
    hers.does_not_read("home very hard")


def test_a_check_in_with_questions_left_open_takes_nothing_back(hers: Walker, ines: Walker) -> None:
    answers_the_whole_survey(hers, "Worse", "Shaky", "Share with my adviser")
    hers.opens("/my/survey/start/check-in/")
    hers.chooses("Home")
    hers.presses("Start the check-in")
    hers.chooses("home very hard")
    hers.chooses("Share with my adviser")
    hers.presses("Save and go on")
    hers.presses("Send it")

    ines.opens("/staff/")
    ines.reads("Told us today: Home, “Worse”, “Shaky”.")
    ines.reads("Told us today: Home, “home very hard”.")


def test_any_answer_waits_until_somebody_said_why_nobody_needs_to_speak(hers: Walker, ines: Walker) -> None:
    answers_the_whole_survey(hers, "home great", "Share with my adviser")
    ines.opens("/staff/")
    ines.reads("Told us today how life is. Nobody has read it yet. We have not spoken yet.")
    ines.presses("Conversation with Yara Notreal")
    ines.presses("No need to speak about this? Say why")
    ines.writes("Why does nobody need to speak to them about it?", "We filled it in together.")
    ines.presses("Save")
    ines.opens("/staff/")
    ines.does_not_read("Told us today")
    hers.opens("/my/")
    hers.reads("We filled it in together.")


def test_a_hard_answer_just_for_me_is_met_with_help_and_tells_nobody(hers: Walker, ines: Walker) -> None:
    hers.opens("/my/survey/")
    hers.presses("Start")
    samaritans = hers.page.get_by_role("link", name="116 123")
    expect(samaritans).to_be_hidden()
    hers.chooses("home very hard")
    expect(samaritans).to_be_visible()
    hers.chooses("Share with my adviser")
    expect(samaritans).to_be_hidden()
    hers.chooses("Just for me")
    expect(samaritans).to_be_visible()
    hers.presses("Save and go on")
    hers.opens("/my/survey/home/")
    expect(samaritans).to_be_visible()

    ines.opens("/staff/")
    ines.does_not_read("very hard")
    ines.does_not_read("Told us")


def test_private_first_and_shared_later_reaches_somebody_then(hers: Walker, ines: Walker) -> None:
    answers_the_whole_survey(hers, "home very hard")
    ines.opens("/staff/")
    ines.does_not_read("Told us")
    hers.opens("/my/sharing/")
    hers.presses("Share what I said last Home")

    ines.opens("/staff/")
    ines.reads("Home, “home very hard”. Nobody has read it yet.")


def test_with_no_adviser_the_manager_sees_it(
    hers: Walker, new_walker: Callable[..., Walker], yara: YoungPerson
) -> None:
    yara.allocation_rows.all().delete()
    answers_the_whole_survey(hers, "home very hard", "Share with my adviser")
    mo = new_walker()
    mo.is_signed_in_as(factories.manager(yara.authority))
    mo.opens("/staff/overview/")
    mo.presses("1 Told us that something is hard")
    mo.reads("Told us today: Home, “home very hard”.")
