import re
from html import unescape
from typing import Any

import pytest

from ownpath.organisations.models import Authority
from ownpath.support.enums import AskKind
from ownpath.surveys.enums import Change, Sharing
from tests import factories
from tests.client import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def council(client: Client) -> Authority:
    """An authority whose manager is signed in."""
    council = factories.authority()
    factories.pack()
    client.force_login(factories.manager(council))
    return council


def fill(council: Authority) -> None:
    """Two teams and people of every kind, one of them elsewhere."""
    for name in ("North", "South"):
        ines = factories.adviser(council, team=factories.team(council, name=name))
        for number in range(2):
            yara = factories.young_person(council, f"{name} {number}", with_user=False)
            factories.allocate(yara, ines)
            factories.ask(yara, kind=AskKind.NOT_SAFE if number else AskKind.HELP)
            response = factories.response(yara)
            factories.answer(response, "home", now=number + 1, change=Change.WORSE)
            factories.answer(response, "money", sharing=Sharing.PRIVATE)
            factories.prioritise(response, "home", "money")
    factories.survey_request(factories.young_person(council, "Asked", with_user=False))
    factories.young_person(council, "Unasked", with_user=False)
    factories.ask(factories.young_person(factories.authority(), "Elsewhere"))


def numbers(page: str) -> list[tuple[str, int]]:
    """Every number that is a link to the list behind it."""
    links = re.findall(r'<a href="(/staff/overview/[^"]+)">(.*?)</a>', page, re.DOTALL)
    plain = [(unescape(href), re.sub(r"<[^>]+>", " ", text)) for href, text in links]
    return [(href, int(found[0])) for href, text in plain if (found := re.search(r"\d+", text))]


def listed(page: str) -> int:
    """How many the list says that there are."""
    (number,) = re.findall(r'<h1>.*<span class="quiet">(\d+)</span></h1>', page)
    return int(number)


def names(page: str) -> list[str]:
    """Whom the list shows."""
    return re.findall(r'<h2><a href="/staff/people/[^"]+">([^<]+)</a>', page)


def test_every_number_on_the_page_opens_a_list_of_that_many(client: Client, council: Authority) -> None:
    fill(council)

    found = numbers(client.get("/staff/overview/").text)

    assert len(found) > 40
    for href, count in found:
        page = client.get(href)
        assert page.status_code == 200
        assert (listed(page.text), len(names(page.text))) == (count, count), href
        assert "Elsewhere" not in page.text


def test_list_says_who_why_and_whose_they_are(client: Client, council: Authority) -> None:
    fill(council)

    page = client.get("/staff/overview/waiting/?kind=not_safe").text

    assert "Said they don’t feel safe, today." in page
    assert page.count("Ines Invented") == 2
    assert "North 1" in page
    assert "North 0" not in page


def test_list_of_an_area_shows_own_words_and_nothing_of_what_was_kept_private(
    client: Client, council: Authority
) -> None:
    response = factories.response(factories.young_person(council, "Yara Notreal"))
    factories.answer(response, "home", now=1, words="It is <damp>.")
    factories.answer(response, "money", now=1, words="Secret", sharing=Sharing.PRIVATE)

    assert "It is &lt;damp&gt;." in client.get("/staff/overview/home/now/1/").text
    assert listed(client.get("/staff/overview/money/now/1/").text) == 0
    private = client.get("/staff/overview/money/now/not-said/").text
    assert names(private) == ["Yara Notreal"]
    assert "Secret" not in private


@pytest.mark.parametrize(
    "path",
    [
        "waiting/?kind=score",
        "waiting/?adviser=nobody",
        "garden/now/1/",
        "home/words/1/",
        "home/now/6/",
        "home/steadiness/not-there/",
    ],
)
def test_list_of_something_that_is_not_counted_is_not_there(client: Client, council: Authority, path: str) -> None:
    assert client.get(f"/staff/overview/{path}").status_code == 404


@pytest.mark.parametrize("query", ["group=nothing", "group=%00", "adviser=01a20000-0000-7000-8000-000000000000"])
def test_list_that_nobody_is_on_says_so(client: Client, council: Authority, query: str) -> None:
    factories.young_person(council)

    assert "Nobody." in client.get(f"/staff/overview/waiting/?who=everybody&{query}").text


def test_long_list_has_pages(client: Client, council: Authority) -> None:
    for number in range(101):
        factories.young_person(council, f"Person {number:03}", with_user=False)

    first, second, beyond = (
        client.get(f"/staff/overview/waiting/?kind=never_asked&page={number}").text for number in (1, 2, 99)
    )

    assert (listed(first), len(names(first))) == (101, 100)
    assert "kind=never_asked&amp;who=&amp;page=2" in first
    assert names(second) == names(beyond) == ["Person 100"]


def test_manager_begins_with_the_overview(client: Client, council: Authority) -> None:
    assert client.get("/home/")["Location"] == "/staff/overview/"
    assert client.get("/staff/")["Location"] == "/staff/overview/"


def test_overview_takes_few_queries_however_many_people(
    client: Client, council: Authority, django_assert_max_num_queries: Any
) -> None:
    fill(council)
    client.get("/staff/overview/")
    with django_assert_max_num_queries(35) as few:
        client.get("/staff/overview/")
    for number in range(30):
        response = factories.response(factories.young_person(council, f"More {number}", with_user=False))
        factories.answer(response, "home")

    with django_assert_max_num_queries(35) as many:
        client.get("/staff/overview/")

    assert len(many) == len(few)
