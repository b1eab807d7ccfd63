"""A bad line, or none: what is half typed is kept, and no press leaves the page while there is no signal."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from ownpath.people.models import YoungPerson
from ownpath.support.models import Ask
from ownpath.surveys.models import AreaAnswer
from tests import factories

from .walker import Walker

WORDS = "Say more about home, if you like."


@pytest.fixture
def yara() -> YoungPerson:
    """A young person in the middle of a survey of three areas."""
    factories.pack()
    whom = factories.young_person(factories.authority())
    factories.response(whom, sent_at=None)
    return whom


@pytest.fixture
def phone(walker: Walker, yara: YoungPerson) -> Walker:
    walker.is_signed_in_as(yara)
    walker.opens("/my/survey/home/")
    return walker


def test_page_half_typed_survives_a_dead_battery(
    phone: Walker, new_walker: Callable[..., Walker], yara: YoungPerson
) -> None:
    phone.writes(WORDS, "I was just typing when")
    phone.chooses("home so so")
    phone.reads("Saved")
    phone.page.close()

    other_phone = new_walker()
    other_phone.is_signed_in_as(yara)
    other_phone.opens("/my/")
    other_phone.presses("Go on")
    other_phone.reads_heading("Home")
    other_phone.finds_written(WORDS, "I was just typing when")
    other_phone.finds_chosen("home so so")


def test_press_without_signal_stays_and_goes_on_by_itself(phone: Walker) -> None:
    phone.writes(WORDS, "I wrote this in a lift.")
    phone.loses_signal()
    phone.presses_without_signal("Save and go on")
    phone.reads("No signal. Your words are still on this page, and we keep trying.")
    phone.finds_written(WORDS, "I wrote this in a lift.")

    phone.finds_signal()
    phone.reads_heading("Money")
    answer = AreaAnswer.objects.get()
    assert (answer.words, answer.is_half_typed) == ("I wrote this in a lift.", False)


def test_help_without_signal_says_that_nobody_knows_and_reaches_them_later(phone: Walker) -> None:
    phone.loses_signal()
    phone.presses_without_signal("I don’t feel safe")
    phone.reads(
        "No signal, so nobody knows yet. If you are in danger, call 999: that works without data. We keep trying."
    )
    expect(phone.page.locator("[data-keeping]")).to_be_in_viewport(ratio=1)
    assert not Ask.objects.exists()

    phone.finds_signal()
    phone.reads("We won’t close this until someone has spoken to you.")
    assert Ask.objects.get().kind == "not_safe"


def test_another_phone_that_saved_meanwhile_is_shown_beside_what_was_typed_here(
    phone: Walker, new_walker: Callable[..., Walker], yara: YoungPerson
) -> None:
    other_phone = new_walker()
    other_phone.is_signed_in_as(yara)
    other_phone.opens("/my/survey/home/")
    other_phone.writes(WORDS, "From the other phone.")
    other_phone.reads("Saved")

    phone.writes(WORDS, "From this phone.")
    phone.reads("You changed this on another page. Save it, and you will see both.")
    phone.presses("Save and go on")
    phone.reads("From the other phone.")
    phone.finds_written(WORDS, "From this phone.")


def test_page_left_by_a_link_is_kept(phone: Walker) -> None:
    phone.has_a_slow_line()
    phone.writes(WORDS, "And off I go.")
    phone.presses("My plan")
    phone.opens("/my/survey/home/")
    phone.finds_written(WORDS, "And off I go.")


def test_link_without_signal_stays_and_goes_on_by_itself(phone: Walker) -> None:
    phone.writes(WORDS, "I wrote this in a lift.")
    phone.loses_signal()
    phone.presses_without_signal("My plan")
    phone.reads("No signal. Your words are still on this page, and we keep trying.")
    phone.finds_written(WORDS, "I wrote this in a lift.")

    phone.finds_signal()
    phone.reads_heading("My plan")
    assert AreaAnswer.objects.get().words == "I wrote this in a lift."


def test_changing_the_language_takes_along_what_is_half_typed(phone: Walker) -> None:
    phone.has_a_slow_line()
    phone.writes(WORDS, "Half a sentence")
    phone.presses("العربية")

    phone.finds_written(WORDS, "Half a sentence")


def test_signing_out_waits_for_what_is_half_typed(phone: Walker) -> None:
    phone.has_a_slow_line()
    phone.writes(WORDS, "Half a sentence")
    phone.presses("Sign out")

    assert AreaAnswer.objects.get().words == "Half a sentence"


def test_help_waits_for_nothing(phone: Walker) -> None:
    phone.has_a_line_that_saves_nothing()
    phone.writes(WORDS, "Half a sentence")
    phone.presses_without_signal("My plan")
    phone.reads("No signal. Your words are still on this page, and we keep trying.")

    phone.presses("Help")
    phone.stands_on("/my/help/")
