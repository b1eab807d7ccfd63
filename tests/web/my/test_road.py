"""The pages of my road."""

from datetime import UTC, datetime, timedelta

import pytest

from ownpath.core import clock
from ownpath.people.models import YoungPerson
from tests import factories
from tests.client import Client
from tests.web.my.test_light import WORDS, Queries, gzipped
from tests.web.my.test_plain_words import is_plain

pytestmark = pytest.mark.django_db

MOST_QUERIES, MOST_BYTES = 12, 5_000


def walk(yara: YoungPerson, times: int) -> None:
    for number in range(1, times + 1):
        response = factories.response(yara, sent_at=clock.now() - timedelta(days=20 * number))
        for place, area in enumerate(("home", "money", "friends")):
            said = {"now": 1 + (number + place) % 5, "words": WORDS[number:], "scenario": f"{area}-a"}
            factories.answer(response, area, **said, sharing="private")
        factories.prioritise(response, "money", "home")
        at = clock.now() - timedelta(days=20 * number - 5)
        factories.step(factories.goal(yara, area="home"), done_at=at)
        factories.win(yara, on_date=at.date())


def test_before_the_first_time_it_leads_to_saying_how_it_is(phone: Client) -> None:
    page = phone.get("/my/road/")

    assert "Your road begins the first time you say how life is." in page.text
    is_plain(page)


def test_overview_and_area_say_where_it_began(phone: Client, yara: YoungPerson) -> None:
    walk(yara, 3)

    whole, area = phone.get("/my/road/"), phone.get("/my/road/home/")

    assert 'href="/my/road/home/">Home</a>' in whole.text
    assert "This came first for you:" in whole.text
    assert "Where you began:" in area.text
    assert "It was one of the things that came first for you then." in area.text
    assert WORDS[1:][:40] in area.text
    is_plain(whole)
    is_plain(area)


def test_two_times_in_one_month_are_told_apart_by_their_days(phone: Client, yara: YoungPerson) -> None:
    for day in (3, 20):
        at = datetime(2026, 3, day, 12, tzinfo=UTC)
        factories.answer(factories.response(yara, started_at=at, sent_at=at), "home", now=2)

    page = phone.get("/my/road/").text

    assert "3 March 2026: home hard<br>20 March 2026: home hard" in page


@pytest.mark.parametrize("path", ["/my/road/", "/my/road/home/"])
def test_it_is_light_and_asks_little_with_much_history(phone: Client, yara: YoungPerson, path: str) -> None:
    walk(yara, 30)
    phone.get(path)

    with Queries() as asked:
        page = phone.get(path)

    assert len(list(asked)) <= MOST_QUERIES
    assert gzipped(page.content) <= MOST_BYTES


@pytest.mark.parametrize("page", ["0", "-1", "x", "9" * 50, "²", "\x00", "9999"])
def test_nonsense_for_a_page_is_no_fault(phone: Client, yara: YoungPerson, page: str) -> None:
    walk(yara, 1)

    assert phone.get("/my/road/", {"page": page}).status_code == 200
    assert phone.get("/my/road/home/", {"page": page}).status_code in {200, 404}


def test_an_area_never_spoken_about_is_no_page(phone: Client, yara: YoungPerson) -> None:
    walk(yara, 1)

    assert phone.get("/my/road/nowhere/").status_code == 404
