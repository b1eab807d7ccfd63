"""Walks through the product in a real browser, on a real server, each with a database of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser import launch

from .walker import Walker


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder is a journey; walking it on one database is enough."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.any_database)
            item.add_marker(pytest.mark.django_db(transaction=True))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all walks."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def new_walker(browser: Browser, live_server: LiveServer) -> Iterator[Callable[..., Walker]]:
    """Makes people with a device of their own each, for walks in which several meet."""
    contexts = []

    def make(*, has_script: bool = True) -> Walker:
        # Without motion: a colour halfway from light to dark is nobody's colour.
        contexts.append(browser.new_context(java_script_enabled=has_script, locale="en-GB", reduced_motion="reduce"))
        contexts[-1].set_default_timeout(5_000)
        return Walker(contexts[-1], live_server.url, has_script=has_script)

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def walker(new_walker: Callable[..., Walker]) -> Walker:
    """Somebody with a phone."""
    return new_walker()


@pytest.fixture
def walker_without_script(new_walker: Callable[..., Walker]) -> Walker:
    """Somebody whose phone runs no script."""
    return new_walker(has_script=False)
