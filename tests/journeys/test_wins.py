"""Everyday successes: told with a line and a photo, for whom one chooses."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ownpath.people.models import YoungPerson
from ownpath.plans import actions
from ownpath.plans.models import Win
from tests import factories

from .walker import Walker


@pytest.fixture
def yara() -> YoungPerson:
    factories.pack()
    whom = factories.young_person(factories.authority())
    factories.allocate(whom, factories.adviser(whom.authority))
    return whom


def test_a_win_by_keyboard_from_wherever_one_is(walker_without_script: Walker, yara: YoungPerson) -> None:
    walker = walker_without_script
    walker.is_signed_in_as(yara)
    walker.opens("/my/survey/")
    walker.tabs_to("I had a win")
    walker.presses_key("Enter")
    walker.tabs_to("What went well?")
    walker.types("First mop")
    walker.presses_key("Enter")

    walker.stands_on("/my/survey/")
    walker.reads("Your win is kept.")
    assert (Win.objects.get().words, Win.objects.get().sharing) == ("First mop", "private")


def photos_fetched_by(walker: Walker, page: str) -> int:
    fetched: list[str] = []
    walker.page.on("request", lambda request: fetched.append(request.url))
    walker.opens(page)
    walker.page.wait_for_load_state("networkidle")
    assert walker.home + page in fetched
    return len([url for url in fetched if "/photo/" in url])


def test_a_photo_from_the_phone_is_celebrated_together_and_another_stays_private(
    walker: Walker, new_walker: Callable[..., Walker], yara: YoungPerson, tmp_path: Path
) -> None:
    photo = tmp_path / "mop.jpg"
    photo.write_bytes(factories.photo_file(size=(400, 300)))
    walker.is_signed_in_as(yara)
    walker.opens("/my/wins/")
    for words, choice in (("First mop", "To celebrate together"), ("Cried, the good kind", "Just for me")):
        walker.presses("I had a win")
        walker.writes("What went well?", words)
        walker.chooses(choice)
        walker.page.get_by_label("A photo, if you like").set_input_files(photo)
        walker.writes("What is on the photo?", f"Photo: {words}")
        walker.presses("Keep it")
        walker.reads(words)
    walker.sees_picture("Photo: First mop", 320)
    assert photos_fetched_by(walker, "/my/plan/") == 0
    walker.page.get_by_role("listitem").filter(has_text="First mop").get_by_text("Its photo").click()
    expect(walker.page.get_by_alt_text("Photo: First mop")).to_be_visible()

    adviser = new_walker()
    adviser.is_signed_in_as(yara.allocation_rows.get().adviser)
    for page in ("plan/", "plan/review/", ""):
        adviser.opens(f"/staff/people/{yara.pk}/{page}")
        adviser.does_not_read("Cried")
    adviser.opens(f"/staff/people/{yara.pk}/plan/review/")
    adviser.reads("To celebrate together")
    adviser.sees_picture("Photo: First mop", 320)

    win = Win.objects.get(words="First mop")
    walker.opens("/my/wins/")
    walker.presses("Change First mop")
    walker.chooses("Just for me")
    walker.presses("Save")
    walker.stands_on(f"/my/wins/#win-{win.pk}")
    adviser.opens(f"/staff/people/{yara.pk}/plan/")
    adviser.does_not_read("First mop")


def test_a_win_that_the_adviser_noted_is_kept_or_removed(walker_without_script: Walker, yara: YoungPerson) -> None:
    ines = factories.actor(yara.allocation_rows.get().adviser)
    for words in ("Rang the bank", "Was brave"):
        actions.record_win(actor=ines, young_person_id=yara.pk, words=words)
    walker = walker_without_script
    walker.is_signed_in_as(yara)
    walker.opens("/my/wins/")
    walker.presses("Keep it Rang the bank")
    walker.presses("Remove Was brave")
    walker.reads("Nobody can bring them back.")
    walker.presses("Remove it")

    walker.reads("It is gone.")
    walker.does_not_read("Was brave")
    assert [win.words for win in Win.objects.all()] == ["Rang the bank"]
