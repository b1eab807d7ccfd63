"""Told once: a young person writes about themselves, a new adviser reads it first, and the young person sees that."""

from collections.abc import Callable

import pytest

from ownpath.people.models import YoungPerson
from tests import factories

from .walker import Walker


@pytest.fixture
def yara() -> YoungPerson:
    """A young person who has no adviser yet."""
    factories.pack()
    return factories.young_person(factories.authority())


def test_what_i_write_is_read_first_by_whoever_comes_new(new_walker: Callable[..., Walker], yara: YoungPerson) -> None:
    phone = new_walker(has_script=False)
    phone.is_signed_in_as(yara)
    phone.opens("/my/about-me/")
    phone.presses("Write something How to talk with me")
    phone.writes("How to talk with me", "Text first, then ring.")
    phone.presses("Save and go on")
    phone.stands_on("/my/about-me/helps/")
    phone.opens("/my/about-me/contact/")
    phone.writes("How to reach me safely", "Not before two.")
    phone.page.get_by_role("group", name="Is it safe to email you?").get_by_label("No", exact=True).check()
    phone.presses("Save")
    phone.reads("Please do not email me.")
    phone.reads("Nobody has read it yet.")

    ines = factories.adviser(yara.authority)
    factories.allocate(yara, ines)
    adviser = new_walker()
    adviser.is_signed_in_as(ines)
    adviser.opens("/staff/")
    adviser.reads("Ines Invented is their new adviser, and has not read yet what they wrote about themselves.")
    phone.opens("/my/why/")
    phone.reads("Ines Invented is their new adviser, and has not read yet what they wrote about themselves.")
    adviser.opens(f"/staff/people/{yara.pk}/")
    adviser.presses("Read what Yara Notreal wrote about themselves before you meet")
    adviser.reads("Text first, then ring.")
    adviser.presses("I have read this")
    adviser.reads("They can see now that you have read it.")
    adviser.opens(f"/staff/people/{yara.pk}/contact/")
    adviser.reads("Not before two.")
    adviser.reads("They ask us not to email them.")

    phone.opens("/my/about-me/")
    phone.reads("Ines Invented")
    phone.presses("Change it How to talk with me")
    phone.writes("How to talk with me", "Ring. I changed my mind.")
    phone.presses("Save")
    phone.reads("You have changed something since then.")
    adviser.opens(f"/staff/people/{yara.pk}/about-me/")
    adviser.reads("New")


def test_every_page_of_it_is_judged(walker: Walker, yara: YoungPerson) -> None:
    factories.told(yara, "proud", words="Before", version=1, ended_at=factories.told(yara).began_at)
    factories.told(yara, "proud", words="I can swim.", version=2)
    walker.is_signed_in_as(yara)
    for page in ("", "proud/", "contact/"):
        walker.opens(f"/my/about-me/{page}")
