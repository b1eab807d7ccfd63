"""The page that signs one in as anybody who is invented."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ownpath.core import clock
from ownpath.demonstration import loading, queries
from ownpath.demonstration.tour import GUIDES
from tests import factories

from .conftest import NOW, SMALL

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture
def _loaded() -> None:
    with clock.held_at(NOW):
        loading.load(SMALL)


@pytest.mark.usefixtures("_loaded")
def test_page_says_that_it_is_a_demonstration_and_names_the_tour(client: Client) -> None:
    page = client.get(reverse("demo")).content.decode()

    assert "<h1>This is a demonstration. Everyone here is invented.</h1>" in page
    assert all(guide.name in page for guide in GUIDES)
    assert len(page) < 10_000


@pytest.mark.usefixtures("_loaded")
def test_one_press_signs_in_and_leaves_nothing_of_the_person_before(client: Client) -> None:
    people = {guide.name: str(user_id) for guide, user_id in queries.guides()}

    first = client.post(reverse("demo"), {"user": people["Amara Cloudberry"]})
    session_before = client.session.session_key
    client.post(reverse("demo"), {"user": people["Rosa Quillfeather"]})

    assert (first.status_code, first["Location"]) == (302, reverse("home"))
    assert client.session["_auth_user_id"] == people["Rosa Quillfeather"]
    assert client.session.session_key != session_before


@pytest.mark.usefixtures("_loaded")
def test_everyone_can_be_found_by_name_role_and_council(client: Client) -> None:
    url = reverse("demo-everyone")

    assert "Rosa Quillfeather" in client.get(url, {"name": "quillf"}).content.decode()
    assert "Rosa Quillfeather" not in client.get(url, {"role": "young_person", "name": "quillf"}).content.decode()
    assert "Rosa Quillfeather" not in client.get(url, {"authority": "demo-pennywhistle"}).content.decode()
    assert "Nobody with that name" in client.get(url, {"name": "nobody at all"}).content.decode()
    assert len(client.get(url).content) < 10_000


NONSENSE = (
    {"page": "-1"},
    {"page": "9" * 5000},
    {"page": "x"},
    {"name": "a\0b"},
    {"role": "king"},
    {"authority": "' OR 1=1"},
)


@pytest.mark.usefixtures("_loaded")
def test_nonsense_is_as_if_not_asked(client: Client) -> None:
    for nonsense in NONSENSE:
        page = client.get(reverse("demo-everyone"), nonsense)

        assert page.status_code == 200, nonsense
        assert page.content.count(b'name="user"') == queries.PAGE, nonsense


@pytest.mark.usefixtures("_loaded")
def test_list_goes_on(client: Client) -> None:
    page = client.get(reverse("demo-everyone"), {"role": "young_person"}).content.decode()

    assert "?name=&amp;role=young_person&amp;authority=&amp;page=2" in page
    assert client.get(reverse("demo-everyone"), {"page": "9999"}).content.decode().count('name="user"') == 0


@pytest.mark.usefixtures("_loaded")
def test_list_costs_the_same_for_one_and_for_a_page() -> None:
    with CaptureQueriesContext(connection) as one:
        assert len(queries.found(name="Rosa Quillfeather").people) == 1
    with CaptureQueriesContext(connection) as page:
        assert len(queries.found().people) == queries.PAGE

    assert len(one) == len(page)


@pytest.mark.parametrize("user", ["", "not-an-id", "0192f0c4-7a5e-7d11-8f10-5d0c3a9b2e41"])
def test_nobody_else_can_be_signed_in(client: Client, user: str) -> None:
    assert client.post(reverse("demo"), {"user": user}).status_code == 404


def test_a_real_person_in_the_same_database_cannot_be_signed_in(client: Client) -> None:
    real = factories.adviser(factories.authority())

    assert client.post(reverse("demo"), {"user": str(real.pk)}).status_code == 404
    assert real.name not in client.get(reverse("demo-everyone")).content.decode()


def test_empty_database_says_how_to_fill_it(client: Client) -> None:
    assert "make seed" in client.get(reverse("demo")).content.decode()
