"""Knowing and deciding: who sees what, what others wrote, and all of it in one file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ownpath.people.models import YoungPerson
from ownpath.plans import actions
from ownpath.surveys.enums import Sharing
from tests import factories

from .walker import Walker


@pytest.fixture
def yara() -> YoungPerson:
    """A young person who shared how her home is, and of whom her adviser wrote something that is not right."""
    factories.pack()
    whom = factories.young_person(factories.authority())
    adviser = factories.adviser(whom.authority)
    factories.allocate(whom, adviser)
    told = factories.response(whom)
    factories.answer(told, "home", words="The window will not shut.")
    factories.answer(told, "money", words="I owe a friend.", sharing=Sharing.PRIVATE)
    factories.contact(whom, words="She was late.", recorded_by=adviser)
    return whom


@pytest.fixture
def adviser(new_walker: Callable[..., Walker], yara: YoungPerson) -> Walker:
    walker = new_walker()
    walker.is_signed_in_as(yara.allocation_rows.get().adviser)
    return walker


def test_what_was_shared_is_kept_to_oneself_from_now_on(walker: Walker, adviser: Walker, yara: YoungPerson) -> None:
    adviser.opens(f"/staff/people/{yara.pk}/conversation/")
    adviser.reads("The window will not shut.")
    walker.is_signed_in_as(yara)
    walker.opens("/my/sharing/")
    walker.reads("Your adviser is Ines Invented.")
    walker.presses("Keep it just for me Home")

    walker.reads("They may have read it before")
    adviser.opens(f"/staff/people/{yara.pk}/conversation/")
    adviser.does_not_read("The window will not shut.")
    walker.presses("Share what I said last Home")
    adviser.opens(f"/staff/people/{yara.pk}/conversation/")
    adviser.reads("The window will not shut.")
    adviser.does_not_read("I owe a friend.")


def test_something_is_not_right_and_is_answered(
    walker_without_script: Walker, adviser: Walker, yara: YoungPerson
) -> None:
    walker = walker_without_script
    walker.is_signed_in_as(yara)
    walker.opens("/my/recorded/")
    walker.reads("She was late.")
    walker.page.get_by_role("link", name="This isn’t right").nth(1).click()
    walker.writes("What is not right?", "The bus was late, not me.")
    walker.presses("Say that it isn’t right")
    walker.reads("Your adviser sees this and has to answer.")

    adviser.opens("/staff/")
    adviser.reads("Said that something in their record is not right, today.")
    adviser.opens(f"/staff/people/{yara.pk}/")
    adviser.page.get_by_role("link", name="Answer").first.click()
    adviser.writes("Your answer", "Sorry. I have put it right.")
    adviser.writes("What is right?", "The bus was late.")
    adviser.presses("Send the answer")
    adviser.reads("She was late.")
    adviser.reads("The bus was late.")

    walker.opens("/my/recorded/")
    walker.reads("Ines Invented answered: Sorry. I have put it right.")
    walker.opens("/my/looked/")
    walker.reads("their list, with words of yours")


def test_everything_is_taken_away_in_one_file_that_opens_without_the_internet(
    walker: Walker, yara: YoungPerson, tmp_path: Path
) -> None:
    her = factories.actor(yara)
    actions.record_win(actor=her, young_person_id=yara.pk, words="Cried", photo=factories.photo(), alt="My face")
    walker.is_signed_in_as(yara)
    walker.opens("/my/everything/")
    walker.presses("Everything in one file")
    with walker.page.expect_download() as started:
        walker.page.get_by_role("link", name="Save it as a page to read").click()
    kept = tmp_path / started.value.suggested_filename
    started.value.save_as(kept)

    assert kept.name.startswith("ownpath-")
    walker.page.context.set_offline(True)
    walker.page.goto(f"file://{kept}")
    for words in ("I owe a friend.", "She was late.", "Cried"):
        walker.reads(words)
    walker.sees_picture("My face", 60)


def test_every_page_of_what_is_mine_to_know_is_judged(walker: Walker, adviser: Walker, yara: YoungPerson) -> None:
    contact = yara.contact_rows.get()
    said = factories.not_right(contact)
    walker.is_signed_in_as(yara)
    for page in ("sharing/", "recorded/", f"recorded/contact/{contact.pk}/", "everything-in-one-file/", "looked/"):
        walker.opens(f"/my/{page}")
    adviser.opens(f"/staff/people/{yara.pk}/not-right/{said.pk}/")
    adviser.opens(f"/staff/people/{yara.pk}/")
