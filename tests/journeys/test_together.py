"""A young person answers on the device of their adviser, beside them; the device keeps nothing of it."""

from collections.abc import Callable

import pytest

from ownpath.people.models import YoungPerson
from ownpath.surveys.enums import How
from ownpath.surveys.models import Response
from tests import factories

from .walker import Walker

PRIVATE, SHARED = "My brother is in trouble.", "I like it here, and the heating works."
OWN_PAGES = ("/my/survey/home/", "/my/survey/end/summary/", "/my/survey/end/sent/")


@pytest.fixture
def yara() -> YoungPerson:
    factories.pack()
    council = factories.authority()
    whom = factories.young_person(council)
    factories.allocate(whom, factories.adviser(council))
    return whom


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def laptop(request: pytest.FixtureRequest, new_walker: Callable[..., Walker], yara: YoungPerson) -> Walker:
    """The adviser's device, on which she hands over."""
    device = new_walker(has_script=request.param)
    device.is_signed_in_as(yara.allocation_rows.get().adviser)
    device.opens(f"/staff/people/{yara.pk}/")
    device.presses("Answer together")
    device.reads_heading("Answer together with Yara Notreal")
    device.writes("Choose a PIN for this time", "8305")
    device.presses("Hand this device over")
    device.reads("You are answering on the device of Ines Invented.")
    return device


def test_all_is_said_and_sent_and_only_what_is_shared_can_be_read(laptop: Walker, yara: YoungPerson) -> None:
    laptop.presses("Start")
    laptop.writes("Say more about home, if you like.", PRIVATE)
    laptop.chooses("Just for me")
    laptop.presses("Save and go on")
    laptop.reads_heading("Money")

    laptop.opens("/staff/")
    laptop.stands_on("/my/survey/")
    laptop.opens(f"/staff/people/{yara.pk}/")
    laptop.stands_on("/my/survey/")

    laptop.presses("Go on")
    laptop.writes("Say more about money, if you like.", SHARED)
    laptop.chooses("Share with my adviser")
    laptop.presses("Save and go on")
    laptop.opens("/my/survey/end/summary/")
    laptop.presses("Send it")
    laptop.reads_heading("Thank you, Yara")
    laptop.presses("Hand it back")

    laptop.reads_heading("Thank you for handing it back")
    laptop.writes("Your PIN", "8305")
    laptop.presses("Go on")
    laptop.reads_heading("Answer together with Yara Notreal")
    device_holds_nothing_of(laptop, yara)
    laptop.opens(f"/staff/people/{yara.pk}/conversation/")
    laptop.reads(SHARED)
    assert Response.objects.get().how == How.TOGETHER


def test_half_finished_waits_on_her_own_phone(
    laptop: Walker, new_walker: Callable[..., Walker], yara: YoungPerson
) -> None:
    laptop.presses("Start")
    laptop.writes("Say more about home, if you like.", PRIVATE)
    laptop.presses("Save and go on")
    laptop.presses("Hand it back")
    laptop.reads_heading("You haven’t sent it yet")
    laptop.presses("Hand it back without sending")
    laptop.writes("Your PIN", "8305")
    laptop.presses("Go on")
    device_holds_nothing_of(laptop, yara)

    phone = new_walker()
    phone.is_signed_in_as(yara)
    phone.opens("/my/")
    phone.presses("Go on")
    phone.opens("/my/survey/home/")
    phone.finds_written("Say more about home, if you like.", PRIVATE)


def device_holds_nothing_of(device: Walker, whom: YoungPerson) -> None:
    """Not behind the back button, not at the addresses, not on a page about her, not in what the browser stores."""
    for _time in range(4):
        device.goes_back()
        device.finds_nowhere(PRIVATE)
    for path in OWN_PAGES:
        device.opens(path)
        device.finds_no_page()
    if device.has_script:
        device.finds("[localStorage.length, sessionStorage.length]", [0, 0])
    for page in ("", "conversation/", "together/", "plan/"):
        device.opens(f"/staff/people/{whom.pk}/{page}")
        device.does_not_read(PRIVATE)
