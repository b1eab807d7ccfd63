"""Walks through the product in a real browser, on a real server, each with a database of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser import launch

from . import pace
from .walker import Walker

expect.set_options(timeout=pace.PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder is a journey; walking it on one database is enough."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.any_database)
            item.add_marker(pytest.mark.django_db(transaction=True))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each journey as often as asked."""
    if pace.TIMES > 1:
        metafunc.fixturenames.append("_turn")
        metafunc.parametrize("_turn", range(1, pace.TIMES + 1))


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
    walkers: list[Walker] = []

    def make(*, has_script: bool = True) -> Walker:
        # Without motion: a colour halfway from light to dark is nobody's colour.
        context = browser.new_context(java_script_enabled=has_script, locale="en-GB", reduced_motion="reduce")
        walkers.append(Walker(context, live_server.url, has_script=has_script))
        return walkers[-1]

    yield make
    for walker in walkers:
        walker.context.close()
    assert [fault for walker in walkers for fault in walker.faults] == []


@pytest.fixture
def walker(new_walker: Callable[..., Walker]) -> Walker:
    """Somebody with a phone."""
    return new_walker()


@pytest.fixture
def walker_without_script(new_walker: Callable[..., Walker]) -> Walker:
    """Somebody whose phone runs no script."""
    return new_walker(has_script=False)
