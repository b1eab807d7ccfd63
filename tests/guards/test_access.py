"""Every route as every persona, looking and posting an empty form, against one checked-in table; and what leaks."""

import operator
from itertools import batched
from pathlib import Path

import pytest
from django.conf import settings

from tests import factories

from . import access, access_page
from .visiting import ROUTES, ask, signed_in, text_of
from .world import MAY_READ, PRIVATE, SHARED, World, build, kinds

TABLE = access.table()

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return build()


@pytest.mark.parametrize("routes", list(batched(sorted(ROUTES), 12)), ids=operator.itemgetter(0))
def test_route_is_open_to_whom_the_table_says_and_shows_nobody_more(routes: tuple[str, ...], world: World) -> None:
    everyone = signed_in(world)
    lines, leaks = [], []
    for route in routes:
        found = {}
        for persona, cookies in everyone.items():
            responses = [ask(world, cookies, method, route) for method in access.METHODS]
            found[persona] = "/".join(access.outcome(response) for response in responses)
            bodies = " ".join(map(text_of, responses)).lower()
            seen = {mark for mark in (SHARED, PRIVATE) if mark in bodies} - may_read(persona)
            leaks += [(route, persona, mark) for mark in seen]
        lines.append(access.line(route, found))

    assert not leaks
    assert lines == [access.line(route, TABLE.get(route, {})) for route in routes]


@pytest.mark.parametrize("persona", ["Mo", "Sol"])
def test_what_is_of_one_record_is_not_there_under_another(persona: str, world: World) -> None:
    """Both may open Zane's record. Yara's words must not be there, or looking at hers would be noted in his."""
    world.things["young_person_id"] = world.zane.pk
    cookies = signed_in(world)[persona]

    for route in (name for name in sorted(ROUTES) if {"young_person_id"} < set(ROUTES[name].needs)):
        looked, posted = (ask(world, cookies, method, route) for method in access.METHODS)

        assert looked.status_code != 200, route
        assert posted.status_code in {404, 405}, route
        assert SHARED not in (text_of(looked) + text_of(posted)).lower(), route


def test_whoever_covers_for_her_adviser_gets_what_her_adviser_gets(world: World) -> None:
    ines, sol = world.people["Ines"], world.people["Sol"]
    assert ines is not None
    assert sol is not None
    factories.absence(ines, sol)
    cookies = signed_in(world)["Sol"]
    of_records = [name for name in sorted(ROUTES) if "young_person_id" in ROUTES[name].needs]

    found = {
        route: "/".join(access.outcome(ask(world, cookies, method, route)) for method in access.METHODS)
        for route in of_records
    }

    assert found == {route: TABLE[route]["Ines"] for route in of_records}


def may_read(persona: str) -> set[str]:
    return MAY_READ.get(persona, set())


def test_table_has_no_line_without_a_route() -> None:
    assert set(TABLE) - set(ROUTES) == set()


def test_no_route_fails() -> None:
    assert [route for route, cells in TABLE.items() if "500" in " ".join(cells.values())] == []


def test_record_has_a_row_of_every_kind_that_could_leak(world: World) -> None:
    yara = world.things["young_person_id"]

    assert [model.__name__ for model in kinds() if not model.objects.filter(young_person_id=yara).exists()] == []


def test_page_about_access_is_fresh() -> None:
    assert Path(settings.BASE_DIR, "docs/access.md").read_text() == access_page.page(), "Run: make access"


def test_those_who_may_read_do_find_it(world: World) -> None:
    """So that the search above is known to be able to find something."""
    everyone = signed_in(world)
    opened = {
        persona: " ".join(text_of(ask(world, everyone[persona], "get", route)) for route in ROUTES)
        for persona in MAY_READ
    }

    found = {who: {mark for mark in (SHARED, PRIVATE) if mark in text} for who, text in opened.items()}
    assert found == MAY_READ
