"""Somebody comes in: one press, and neither the screen nor the back button tells where one was."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from pytest_django import Settings

from tests import factories

from .walker import Walker


@pytest.mark.parametrize("has_script", [True, False])
def test_the_back_button_leaves_no_page_behind(
    new_walker: Callable[..., Walker], settings: Settings, has_script: bool
) -> None:
    walker = new_walker(has_script=has_script)
    settings.QUICK_EXIT_URL = f"{walker.home}/gallery/"
    walker.is_signed_in_as(factories.young_person(factories.authority()))
    walker.opens("/my/plan/")
    walker.opens("/my/wins/")
    walker.presses("Leave now")
    walker.stands_on("/gallery/")

    for _page in ("/my/wins/", "/my/plan/"):
        walker.goes_back()
        walker.stands_on("/gallery/")

    walker.opens("/")
    walker.presses("Sign in")
    walker.stands_on("/sign-in/")


def test_escape_three_times_leaves_and_says_how_many_are_left(walker: Walker, settings: Settings) -> None:
    settings.QUICK_EXIT_URL = f"{walker.home}/gallery/"
    walker.is_signed_in_as(factories.young_person(factories.authority()))
    walker.opens("/my/plan/")

    walker.page.keyboard.press("Escape")
    expect(walker.page.locator("[data-escapes]")).to_have_text("Press Escape two more times to leave.")
    walker.page.keyboard.press("Escape")
    expect(walker.page.locator("[data-escapes]")).to_have_text("Press Escape one more time to leave.")
    walker.page.keyboard.press("Escape")

    walker.stands_on("/gallery/")
    walker.goes_back()
    walker.stands_on("/gallery/")
