"""Without any signal: questions that stayed on the phone, answers that are sent once, and a phone that two share."""

from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session

from ownpath.people.models import YoungPerson
from ownpath.surveys.models import AreaAnswer, Response
from tests import factories

from .walker import Walker

HOME_WORDS = "Say more about home, if you like."
MONEY_WORDS = "Say more about money, if you like."
HELD = "localStorage.getItem('ownpath-offline')"
REFUSES = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
CLOSED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } });"
CANNOT = "This phone can’t keep answers right now. It may be full, or this may be a private window."
# As many letters as there is room for, down to the last.
FILLS = """(() => { for (let size = 1 << 22, name = 0; size >= 1; name += 1) {
    try { localStorage.setItem('photos' + name, 'x'.repeat(size)) } catch (full) { size = Math.floor(size / 2) }
} })()"""
READY = "navigator.serviceWorker.ready.then(() => true)"
WORKERS = "navigator.serviceWorker.getRegistrations().then(found => found.length)"


@pytest.fixture
def yara() -> YoungPerson:
    """A young person who may answer about three areas."""
    factories.pack()
    return factories.young_person(factories.authority())


@pytest.fixture
def phone(walker: Walker, yara: YoungPerson) -> Walker:
    """Her phone, which has kept the questions."""
    walker.is_signed_in_as(yara)
    walker.opens("/my/survey/")
    walker.presses("Keep them on this phone")
    walker.reads("Done. Without signal, open Ownpath as always.")
    walker.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    return walker


def answers_two_areas(phone: Walker) -> None:
    """Without signal, from the front door."""
    phone.loses_signal()
    phone.page.goto(phone.home + "/my/")
    phone.reads_heading("Answer without signal")
    phone.presses("Home")
    phone.chooses("home so so")
    phone.writes(HOME_WORDS, "I am on the bus.")
    phone.presses("Keep on this phone")
    phone.presses("Money")
    phone.writes(MONEY_WORDS, "It lasts until Friday.")
    phone.reads("Kept on this phone: Home, Money.")


def test_answers_are_sent_once_when_there_is_signal_and_are_gone_from_the_phone(phone: Walker) -> None:
    answers_two_areas(phone)
    assert not Response.objects.exists()

    phone.finds_signal()
    phone.reads("Saved in your answers: Home, Money. Nobody sees it until you send it.")

    said = AreaAnswer.objects.order_by("words").values_list("area", "words", "sharing", "version")
    assert list(said) == [("home", "I am on the bus.", "private", 1), ("money", "It lasts until Friday.", "private", 1)]
    phone.finds(f"JSON.parse({HELD}).answers", {})
    phone.opens("/my/survey/home/")
    phone.finds_written(HOME_WORDS, "I am on the bus.")


def test_battery_that_dies_without_signal_loses_nothing(phone: Walker) -> None:
    answers_two_areas(phone)
    phone.opens_a_new_tab()
    phone.finds_signal()

    phone.opens("/my/")
    phone.reads("Saved in your answers: Home, Money. Nobody sees it until you send it.")
    assert AreaAnswer.objects.count() == 2


def test_something_said_elsewhere_is_shown_beside_it(
    phone: Walker, new_walker: Callable[..., Walker], yara: YoungPerson
) -> None:
    answers_two_areas(phone)
    factories.answer(factories.response(yara, sent_at=None), "home", words="From my laptop.")

    phone.finds_signal()
    phone.reads("Saved in your answers: Money. Nobody sees it until you send it.")
    phone.reads("You said something else about Home on another page. Both are kept.")
    phone.presses("Look at both")
    phone.reads("From my laptop.")
    phone.finds_written(HOME_WORDS, "I am on the bus.")
    phone.presses("Save and go on")

    assert AreaAnswer.objects.get(area="home").words == "I am on the bus."
    phone.opens("/my/")
    phone.reads("Saved in your answers: Home. Nobody sees it until you send it.")
    phone.finds(f"JSON.parse({HELD}).answers", {})


def test_another_person_on_the_same_phone_neither_sees_nor_sends_it(phone: Walker, yara: YoungPerson) -> None:
    answers_two_areas(phone)
    phone.context.clear_cookies()
    phone.finds_signal()
    phone.reads("You are signed out. Your answers are still on this phone. Sign in and we’ll save them.")

    phone.is_signed_in_as(factories.young_person(yara.authority, "Zane Notreal"))
    phone.opens("/my/survey/")
    phone.reads("Keep my answers on this phone until there is signal.")
    phone.finds(WORKERS, 0)
    phone.does_not_read("Saved in your answers: Home. Nobody sees it until you send it.")
    assert not AreaAnswer.objects.exists()

    phone.is_signed_in_as(yara)
    phone.opens("/my/survey/")
    phone.reads("Saved in your answers: Home, Money. Nobody sees it until you send it.")
    phone.finds(READY, True)  # and the questions are back


def test_expired_sign_in_keeps_what_was_answered(phone: Walker, yara: YoungPerson) -> None:
    answers_two_areas(phone)
    Session.objects.all().delete()
    phone.finds_signal()
    phone.reads("You are signed out. Your answers are still on this phone. Sign in and we’ll save them.")

    phone.is_signed_in_as(yara)
    phone.opens("/my/")
    phone.reads("Saved in your answers: Home, Money. Nobody sees it until you send it.")


def test_turning_it_off_leaves_nothing(phone: Walker) -> None:
    phone.presses("Stop, and keep nothing on this phone")
    phone.reads("Nothing is kept on this phone any more.")
    phone.finds(HELD, None)
    phone.finds(WORKERS, 0)
    phone.finds("caches.keys()", [])


def test_signing_out_leaves_nothing_on_the_phone(phone: Walker) -> None:
    phone.presses("Sign out")
    phone.stands_on("/")
    phone.finds(HELD, None)
    phone.finds(WORKERS, 0)
    phone.finds("caches.keys()", [])


def test_without_script_nothing_is_offered(walker_without_script: Walker, yara: YoungPerson) -> None:
    walker_without_script.is_signed_in_as(yara)
    walker_without_script.opens("/my/survey/")
    walker_without_script.finds_hidden("Keep my answers on this phone")
    walker_without_script.finds_hidden("Read this page aloud")


@pytest.mark.parametrize("trouble", [REFUSES, CLOSED])
def test_phone_that_keeps_nothing_says_so_before_anything_is_typed(
    walker: Walker, yara: YoungPerson, trouble: str
) -> None:
    walker.context.add_init_script(trouble)
    walker.is_signed_in_as(yara)
    walker.opens("/my/survey/")
    walker.reads(CANNOT)
    walker.finds_hidden("Keep them on this phone")

    walker.opens("/my/offline/")
    walker.reads(CANNOT)
    walker.loses_signal()
    walker.presses("Home")
    walker.writes(HOME_WORDS, "I am on the bus.")
    walker.presses_without_signal("Keep on this phone")
    walker.reads("Not kept on this phone: Home.")
    walker.finds_written(HOME_WORDS, "I am on the bus.")  # the fold stays open

    walker.finds_signal()
    walker.reads("Saved in your answers: Home.")
    assert AreaAnswer.objects.get().words == "I am on the bus."


def test_phone_that_gets_full_says_what_it_did_not_keep_and_sends_it_all_the_same(phone: Walker) -> None:
    answers_two_areas(phone)
    phone.page.evaluate(FILLS)
    phone.writes(MONEY_WORDS, "It lasts until Friday. " * 50)
    phone.reads("Not kept on this phone: Money. It may be full.")
    phone.reads("Kept on this phone: Home.")

    phone.page.evaluate("localStorage.removeItem('photos0')")
    phone.writes(MONEY_WORDS, "It lasts until Friday, mostly.")
    phone.reads("Kept on this phone: Home, Money.")
    phone.does_not_read("Not kept on this phone: Money.")

    phone.page.evaluate(f"void ({REFUSES})")
    phone.presses("Home")
    phone.writes(HOME_WORDS, "I am off the bus.")
    phone.reads("Not kept on this phone: Home.")
    phone.finds_signal()
    phone.reads("Saved in your answers: Home, Money.")
    said = AreaAnswer.objects.order_by("area").values_list("words", flat=True)
    assert list(said) == ["I am off the bus.", "It lasts until Friday, mostly."]


def test_full_phone_is_not_promised_anything(walker: Walker, yara: YoungPerson) -> None:
    walker.is_signed_in_as(yara)
    walker.opens("/my/survey/")
    walker.page.evaluate(FILLS)
    walker.presses("Keep them on this phone")
    walker.reads(CANNOT)
    walker.finds("caches.keys()", [])

    walker.opens("/my/survey/")
    walker.reads(CANNOT)
    walker.finds_hidden("Keep them on this phone")


@pytest.mark.parametrize("rest", ['{"owner": "me", "answers": {"ho', "[]", '{"owner": "me", "answers": {"home": 1}}'])
def test_damaged_answers_are_said_and_cleared(phone: Walker, rest: str) -> None:
    phone.context.add_init_script(f"localStorage.setItem('ownpath-offline', {rest!r})")
    phone.loses_signal()
    phone.page.goto(phone.home + "/my/")
    phone.reads("Something kept on this phone was damaged and had to go.")
    phone.presses("Home")
    phone.writes(HOME_WORDS, "I am on the bus.")
    phone.reads("Kept on this phone: Home.")
    phone.finds_signal()
    phone.reads("Saved in your answers: Home.")
    assert AreaAnswer.objects.get().words == "I am on the bus."
