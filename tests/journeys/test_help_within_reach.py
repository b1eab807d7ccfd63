"""Help is whole within the first screen of every place, on the smallest phone, in both directions and in large type."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser import LARGE_TEXT, another

from .test_languages import council as council
from .test_languages import places, somebody
from .walker import Walker

SMALLEST = (320, 568)


def finds_help_whole_on(walker: Walker, place: str) -> None:
    """The link to help lies wholly within the first screen."""
    width, height = SMALLEST
    walker.page.set_viewport_size({"width": width, "height": height})
    walker.page.goto(walker.home + place)
    link = walker.page.locator(".get-help")
    expect(link).to_be_visible()
    box = link.bounding_box()
    assert box is not None
    assert (box["x"] >= 0, box["y"] >= 0) == (True, True), (place, box)
    assert (box["x"] + box["width"] <= width, box["y"] + box["height"] <= height) == (True, True), (place, box)


@pytest.mark.parametrize("language", ["en-gb", "ar"])
def test_on_a_small_phone(walker: Walker, council: None, language: str) -> None:
    walker.is_signed_in_as(somebody(language=language))
    for place in places():
        finds_help_whole_on(walker, place)


@pytest.mark.parametrize("language", ["en-gb", "ar"])
def test_on_a_small_phone_that_is_set_to_text_twice_as_large(
    browser: Browser, live_server: LiveServer, council: None, language: str
) -> None:
    large = another(browser, LARGE_TEXT)
    walker = Walker(large.new_context(), live_server.url)
    walker.is_signed_in_as(somebody(language=language))
    for place in places():
        finds_help_whole_on(walker, place)
    large.close()


def test_from_the_plan_to_whoever_rings_with_a_number_given_then(
    new_walker: Callable[..., Walker], council: None
) -> None:
    her, his = new_walker(), new_walker()
    yara = somebody()
    her.is_signed_in_as(yara)
    her.opens("/my/plan/")
    her.presses("Help")
    her.presses("I don’t feel safe")
    her.reads("We won’t close this until someone has spoken to you.")
    her.writes("Your number", "07700 900 222")
    her.presses("Save my number")
    her.reads("07700 900 222")

    his.is_signed_in_as(yara.allocation_rows.get(ended_at=None).adviser)
    his.opens("/staff/")
    his.reads("07700 900 222")
