"""Home at one glance: what was planned for a young person, and what became of it, each on a device of their own."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from ownpath.core import clock
from ownpath.people.models import YoungPerson
from tests import factories

from .walker import Walker


@pytest.fixture
def yara() -> YoungPerson:
    factories.pack()
    whom = factories.young_person(factories.authority())
    factories.allocate(whom, factories.adviser(whom.authority, phone="07700 900 123", reach_words="Text me."))
    return whom


def test_a_meeting_is_planned_does_not_suit_and_is_moved(new_walker: Callable[..., Walker], yara: YoungPerson) -> None:
    adviser, phone = new_walker(), new_walker(has_script=False)
    adviser.is_signed_in_as(yara.allocation_rows.get().adviser)
    phone.is_signed_in_as(yara)
    day = clock.today() + timedelta(days=3)

    adviser.opens(f"/staff/people/{yara.pk}/")
    adviser.presses("Plan when to meet")
    for label, value in (("Day", day.day), ("Month", day.month), ("Year", day.year), ("Time", "14:30")):
        adviser.writes(label, str(value))
    adviser.writes("Where", "The café")
    adviser.presses("Save")
    adviser.reads("The café")

    phone.opens("/my/")
    phone.reads("Meet up with Ines Invented")
    phone.reads("Text me.")
    phone.presses("I can’t make it")
    phone.writes("When would be better for you?", "After four is better.")
    phone.presses("I can’t make it")
    phone.reads("They see that this does not work for you.")

    adviser.opens("/staff/")
    adviser.reads("After four is better.")
    adviser.opens(f"/staff/people/{yara.pk}/")
    adviser.page.get_by_role("link", name="Move").click()
    adviser.writes("Time", "16:30")
    adviser.writes("Why is it moved?", "You have college.")
    adviser.presses("Move it")

    phone.opens("/my/")
    phone.reads("You have college.")


def test_my_road_and_my_own_words_by_keyboard(walker: Walker, yara: YoungPerson) -> None:
    for days, now in ((400, 1), (200, 4), (20, 3)):
        told = factories.response(yara, sent_at=clock.now() - timedelta(days=days))
        factories.answer(told, "home", now=now, words=f"It was {days} days ago.")
        factories.prioritise(told, "home")
    factories.win(yara, on_date=clock.today() - timedelta(days=100), words="First mop")
    walker.is_signed_in_as(yara)

    walker.opens("/my/")
    walker.tabs_to("My road")
    walker.presses_key("Enter")
    walker.reads_heading("My road")
    walker.reads("First mop")
    walker.page.locator("main .road a").first.focus()
    walker.presses_key("Enter")
    walker.reads_heading("My road: Home")
    walker.reads("It was 400 days ago.")
    walker.tabs_to("Every time I answered")
    walker.presses_key("Enter")
    walker.opens("/my/everything/")
    walker.tabs_to("What doing well means to me")
    walker.presses_key("Enter")
    walker.tabs_to("What does doing well mean to you?")
    walker.types("A door that shuts.")
    walker.tabs_to("Keep it")
    walker.presses_key("Enter")
    walker.reads("A door that shuts.")


def test_pages_about_being_away_are_judged(walker: Walker, yara: YoungPerson) -> None:
    ines = yara.allocation_rows.get().adviser
    factories.absence(ines, factories.adviser(yara.authority, "Sol Someone"))
    planned = factories.meeting(yara)
    walker.is_signed_in_as(ines)

    for page in ("reach/", "away/", f"people/{yara.pk}/meetings/{planned.pk}/move/"):
        walker.opens(f"/staff/{page}")
    walker.opens(f"/staff/people/{yara.pk}/meetings/{planned.pk}/cancel/")
    walker.writes("Why is it cancelled?", "Ill")
    walker.presses("Cancel it")
    walker.reads("Nothing is planned.")
