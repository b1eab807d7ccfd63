"""A young person says how life is going: on a phone, with or without script, by touch or by keyboard."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.mail import EmailMessage

from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.surveys.models import AreaAnswer, Response
from tests import factories

from .letters import code_in
from .walker import Walker


@pytest.fixture
def yara() -> YoungPerson:
    """A young person with an adviser, and three areas to answer about."""
    factories.pack()
    council = factories.authority()
    whom = factories.young_person(council)
    factories.allocate(whom, factories.adviser(council, phone="07700 900 123"))
    return whom


@pytest.fixture
def phone(walker: Walker, yara: YoungPerson) -> Walker:
    walker.is_signed_in_as(yara)
    return walker


def test_whole_survey_from_the_first_page_to_the_thanks(phone: Walker) -> None:
    phone.opens("/my/")
    phone.reads_heading("Hello, Yara")
    phone.presses("Say how it is")
    phone.presses("Start")

    phone.reads_heading("Home")
    phone.chooses("Home is like b.")
    phone.chooses("home good")
    phone.chooses("Better")
    phone.chooses("Fairly steady")
    phone.writes("Say more about home, if you like.", "I painted one wall blue.")
    phone.chooses("Share with my adviser")
    phone.presses("Save and go on")

    phone.reads_heading("Money")
    phone.presses("Not now")
    phone.reads_heading("Friends")
    phone.chooses("friends hard")
    phone.presses("Save and go on")

    phone.reads_heading("What matters most to you right now?")
    phone.chooses("Home")
    phone.chooses("Friends")
    phone.presses("Save and go on")
    phone.reads_heading("What comes first?")
    phone.presses("Move up Friends")
    phone.presses("Go on")

    phone.reads_heading("What I said")
    phone.reads("I painted one wall blue.")
    phone.presses("Change Friends")
    phone.chooses("friends so so")
    phone.presses("Save and go on")
    phone.reads("friends so so")
    phone.presses("Send it")

    phone.reads_heading("Thank you, Yara")
    phone.reads("Ines Invented can read what you shared, and so can their manager.")
    sent = Response.objects.get()
    assert sent.sent_at is not None
    assert order_of(sent) == ["friends", "home"]


def test_whole_survey_by_keyboard_without_script(walker_without_script: Walker, yara: YoungPerson) -> None:
    phone = walker_without_script
    phone.is_signed_in_as(yara)

    phone.opens("/my/survey/")
    phone.tabs_to("Start")
    phone.presses_key("Enter")
    for area in ("home", "money", "friends"):
        phone.tabs_to(f"{area} very hard")
        for _step in range(3):
            phone.presses_key("ArrowDown")
        phone.finds_chosen(f"{area} good")
        phone.tabs_to(f"Say more about {area}, if you like.")
        phone.types("All by keyboard.")
        phone.tabs_to("Save and go on")
        phone.presses_key("Enter")
    for title in ("Money", "Friends"):
        phone.tabs_to(title)
        phone.presses_key("Space")
    phone.tabs_to("Save and go on")
    phone.presses_key("Enter")
    phone.tabs_to("Move up Friends")
    phone.presses_key("Enter")
    phone.tabs_to("Go on")
    phone.presses_key("Enter")
    phone.tabs_to("Keep it")
    phone.presses_key("Enter")

    phone.reads_heading("Thank you, Yara")
    assert set(AreaAnswer.objects.values_list("now", "words", "sharing")) == {(4, "All by keyboard.", "private")}
    assert order_of(Response.objects.get()) == ["friends", "money"]


def test_long_names_keep_their_words_whole_beside_the_presses(phone: Walker) -> None:
    phone.opens("/my/survey/")
    phone.presses("Start")
    phone.opens("/my/survey/end/priorities/")
    phone.chooses("Home")
    phone.chooses("Money")
    phone.chooses("Friends")
    phone.presses("Save and go on")

    phone.page.locator(".order b").nth(1).evaluate("name => { name.textContent = 'What I do with my days'; }")

    # px, room for whole words
    phone.finds("document.querySelectorAll('.order b')[1].getBoundingClientRect().width >= 128", True)


def test_one_leaves_and_goes_on_at_the_same_place_on_another_phone(
    phone: Walker, new_walker: Callable[..., Walker], yara: YoungPerson
) -> None:
    phone.opens("/my/survey/")
    phone.presses("Start")
    phone.writes("Say more about home, if you like.", "It is quiet here.")
    phone.presses("Save and go on")

    other_phone = new_walker(has_script=False)
    other_phone.is_signed_in_as(yara)
    other_phone.opens("/my/")
    other_phone.presses("Go on")
    other_phone.reads_heading("Money")
    other_phone.opens("/my/survey/home/")
    other_phone.finds_written("Say more about home, if you like.", "It is quiet here.")


def test_second_time_begins_from_what_one_said_the_first_time(phone: Walker, yara: YoungPerson) -> None:
    before = factories.response(yara, sent_at=clock.now() - timedelta(days=183))
    factories.answer(before, "home", now=2, steadiness=1, words="I sleep on a sofa.")

    phone.opens("/my/survey/")
    phone.presses("Say how it is now")
    phone.reads("home hard · Shaky")
    phone.chooses("home great")
    phone.chooses("Steady")
    phone.presses("Save and go on")
    phone.opens("/my/survey/end/summary/")

    phone.reads("home hard")
    phone.reads("home great")


def test_session_that_ended_while_typing_loses_nothing(
    phone: Walker, yara: YoungPerson, mailoutbox: list[EmailMessage]
) -> None:
    phone.opens("/my/survey/")
    phone.presses("Start")
    phone.writes("Say more about home, if you like.", "I typed this for ten minutes.")
    phone.chooses("home so so")
    Session.objects.all().delete()
    phone.presses("Save and go on")
    phone.reads_heading("Sign in")
    phone.reads("What you typed is kept.")

    sign_in(phone, yara, mailoutbox)
    phone.stands_on("/my/survey/home/")
    phone.reads("What you typed is still here")
    phone.finds_chosen("home so so")
    phone.presses("Save and go on")
    assert AreaAnswer.objects.get().words == "I typed this for ten minutes."


def test_second_tab_is_shown_both_texts(phone: Walker, new_walker: Callable[..., Walker], yara: YoungPerson) -> None:
    phone.opens("/my/survey/")
    phone.presses("Start")
    other_tab = new_walker()
    other_tab.is_signed_in_as(yara)
    other_tab.opens("/my/survey/home/")
    other_tab.writes("Say more about home, if you like.", "From the other tab.")
    other_tab.presses("Save and go on")

    phone.writes("Say more about home, if you like.", "From this tab.")
    phone.presses("Save and go on")

    phone.reads("This was changed while you were writing")
    phone.reads("From the other tab.")
    phone.finds_written("Say more about home, if you like.", "From this tab.")


def test_help_reaches_the_adviser_at_once_and_keeps_what_was_typed(
    phone: Walker, new_walker: Callable[..., Walker], yara: YoungPerson
) -> None:
    phone.opens("/my/survey/")
    phone.presses("Start")
    phone.writes("Say more about home, if you like.", "Somebody keeps coming to the door.")
    phone.presses("I don’t feel safe")

    phone.reads_heading("We’ve told Ines")
    phone.reads("Call 999")
    phone.reads("07700 900 123")
    phone.reads("They do not see answers that are just for you.")
    phone.presses("Go back to where I was")
    phone.finds_written("Say more about home, if you like.", "Somebody keeps coming to the door.")

    laptop = new_walker()
    laptop.is_signed_in_as(yara.allocation_rows.get().adviser)
    laptop.opens("/staff/")
    laptop.reads("Yara Notreal")
    laptop.reads("Said they don’t feel safe, today.")
    laptop.does_not_read("Somebody keeps coming to the door.")


def test_nobody_is_shown_what_another_typed_on_a_shared_phone(
    phone: Walker, yara: YoungPerson, mailoutbox: list[EmailMessage]
) -> None:
    phone.opens("/my/survey/")
    phone.presses("Start")
    phone.writes("Say more about home, if you like.", "This is mine.")
    Session.objects.all().delete()
    phone.presses("Save and go on")

    zane = factories.young_person(yara.authority, "Zane Notreal")
    sign_in(phone, zane, mailoutbox)
    phone.opens("/my/survey/")
    phone.presses("Start")

    phone.finds_written("Say more about home, if you like.", "")


def sign_in(phone: Walker, who: YoungPerson, mailoutbox: list[EmailMessage]) -> None:
    """Sign in again, by the code from the e-mail."""
    phone.writes("Your email address", who.user.email)
    phone.presses("Send me a code")
    phone.writes("The code", code_in(mailoutbox))
    phone.presses("Sign in")


def order_of(response: Response) -> list[str]:
    """What mattered most, the first first."""
    return list(response.priorities.order_by("place").values_list("area", flat=True))
