"""My road: the order of time, one's own words, and nobody else's eyes."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.plans.queries import road, road_of_area
from ownpath.surveys.enums import Sharing
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_may() -> Iterator[None]:
    with clock.held_at(datetime(2026, 5, 4, 12, tzinfo=UTC)):
        yield


@pytest.fixture
def yara() -> YoungPerson:
    factories.pack()
    return factories.young_person(factories.authority())


@pytest.fixture
def her(yara: YoungPerson) -> Actor:
    return factories.actor(yara)


def test_what_was_typed_in_wrongly_from_paper_is_no_part_of_the_road(yara: YoungPerson, her: Actor) -> None:
    paper = factories.response(yara, sent_at=ago(90))
    factories.answer(paper, "home", now=1, words="Misread", withdrawn_at=ago(80))
    factories.answer(factories.response(yara, sent_at=ago(30)), "home", now=3, words="Mine")

    stops = road_of_area(actor=her, area="home").stops

    assert [stop.said.answer.words for stop in stops] == ["Mine"]


def ago(days: int) -> datetime:
    return clock.now() - timedelta(days=days)


def said(yara: YoungPerson, days_ago: int, area: str = "home", first: tuple[str, ...] = (), **values: Any) -> None:
    response = factories.response(yara, sent_at=ago(days_ago))
    factories.answer(response, area, **values)
    factories.prioritise(response, *first)


def test_each_area_goes_from_its_own_start_dips_and_all(yara: YoungPerson, her: Actor) -> None:
    said(yara, 300, now=2)
    said(yara, 200, now=4, sharing=Sharing.PRIVATE)
    said(yara, 150, "money", now=1)
    said(yara, 100, now=1)

    stretches = road(actor=her).stretches

    assert [(one.area.title, [level for _day, level in one.line]) for one in stretches] == [
        ("Home", [2, 4, 1]),
        ("Money", [1]),
    ]
    assert (stretches[0].first.now, stretches[0].latest.now) == ("home hard", "home very hard")


def test_what_was_put_first_and_the_wins_stand_where_they_were(yara: YoungPerson, her: Actor) -> None:
    said(yara, 200, first=("money", "home"))
    said(yara, 100)
    for days, words in ((250, "Before"), (150, "Between"), (100, "On the day"), (1, "Since")):
        factories.win(yara, words=words, on_date=ago(days).date())

    latest, first = road(actor=her).times

    assert [area.id for area in first.put_first] == ["money", "home"]
    assert [win.words for win in first.wins_after] == ["Between"]
    assert [win.words for win in latest.wins_after] == ["Since", "On the day"]


def test_steps_of_the_area_stand_between_the_times(yara: YoungPerson, her: Actor) -> None:
    said(yara, 200)
    said(yara, 100, first=("home",))
    goal = factories.goal(yara, area="home")
    for days, words in ((250, "First of all"), (150, "Rang"), (50, "Moved in")):
        factories.step(goal, words=words, done_at=ago(days))
    factories.step(goal, words="Not done")
    factories.step(factories.goal(yara, area="money"), words="Elsewhere", done_at=ago(150))

    found = road_of_area(actor=her, area="home")

    assert [step.words for step in found.steps_since] == ["Moved in"]
    assert [[step.words for step in stop.steps_before] for stop in found.stops] == [["Rang"], ["First of all"]]
    assert [stop.place for stop in found.stops] == [1, None]


def test_drafts_and_skips_are_no_part_of_it(yara: YoungPerson, her: Actor) -> None:
    factories.answer(factories.response(yara, sent_at=None), "home")
    said(yara, 10, "money", is_not_now=True)
    said(yara, 9, "friends", now=None, change="", steadiness=None)

    assert road(actor=her).stretches == []
    with pytest.raises(NotVisible):
        road_of_area(actor=her, area="home")


def test_a_long_road_has_parts_that_join_without_a_gap(yara: YoungPerson, her: Actor) -> None:
    goal = factories.goal(yara, area="home")
    for days in range(10, 161, 10):
        said(yara, days, now=3)
        factories.step(goal, words=f"{days + 5} days ago", done_at=ago(days + 5))
        factories.win(yara, words=f"{days + 5} days ago", on_date=ago(days + 5).date())

    parts = [road_of_area(actor=her, area="home", page=page) for page in (1, 2, 3)]
    pages = [road(actor=her, page=page) for page in (1, 2, 3)]

    expected = [f"{days + 5} days ago" for days in range(10, 161, 10)]
    assert [step.words for part in parts for stop in part.stops for step in stop.steps_before] == expected
    assert [win.words for page in pages for time in page.times for win in time.wins_after] == expected[:-1]
    assert [part.has_earlier for part in parts] == [page.has_earlier for page in pages] == [True, True, False]


def test_nobody_else_has_a_road_there(yara: YoungPerson) -> None:
    said(yara, 10)
    for staff in (factories.adviser(yara.authority), factories.manager(yara.authority)):
        with pytest.raises(NotAllowed):
            road(actor=factories.actor(staff))
        with pytest.raises(NotAllowed):
            road_of_area(actor=factories.actor(staff), area="home")
    assert road(actor=factories.actor(factories.young_person(yara.authority, "Zane Notreal"))).stretches == []


@pytest.mark.parametrize("times", [1, 30])
def test_as_many_queries_however_long(yara: YoungPerson, her: Actor, times: int) -> None:
    for days in range(1, times + 1):
        said(yara, days, first=("home",))
        factories.win(yara, on_date=ago(days).date())
    road(actor=her)

    with CaptureQueriesContext(connection) as whole:
        road(actor=her)
    with CaptureQueriesContext(connection) as one_area:
        road_of_area(actor=her, area="home")

    assert (len(whole), len(one_area)) == (4, 3)
