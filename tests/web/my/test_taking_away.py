"""Taking everything away, at any size: made in turn, a photo at a time, whoever else presses."""

import tracemalloc
from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import StreamingHttpResponse

from ownpath.core import clock, turns
from ownpath.core.models import Turn
from ownpath.core.photos import Photo
from ownpath.organisations import row_security
from ownpath.people.models import YoungPerson
from ownpath.plans import actions as plans
from ownpath.web.views.costly import InTurn
from tests import factories
from tests.client import Client

PAGE, DATA = "/my/everything-in-one-file/page/", "/my/everything-in-one-file/data/"
KIND = turns.Kind("everything", at_once=2)
A_PHOTO, PHOTOS = 400_000, 30

pytestmark = pytest.mark.django_db


@pytest.fixture
def yara() -> YoungPerson:
    return factories.young_person(factories.authority(), "Yara Notreal")


@pytest.fixture
def phone(yara: YoungPerson) -> Client:
    client = Client()
    assert yara.user is not None
    client.force_login(yara.user)
    return client


@pytest.mark.parametrize("path", [PAGE, DATA])
def test_no_more_than_a_photo_or_two_is_in_memory_however_many_there_are(
    path: str, phone: Client, yara: YoungPerson
) -> None:
    photo = Photo(b"\x01" * A_PHOTO, b"\x02" * 1000, 800, 800)
    for number in range(PHOTOS):
        plans.record_win(actor=factories.actor(yara), young_person_id=yara.pk, words=f"Win {number}", photo=photo)
    response = phone.get(path)

    tracemalloc.start()
    # As on the server: when it is sent, nothing of the request is open any longer.
    with row_security.only(None):
        size = sum(map(len, response))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert size > PHOTOS * A_PHOTO
    assert peak < 8 * A_PHOTO


def test_second_press_is_told_that_the_first_is_being_made(phone: Client) -> None:
    first = phone.get(PAGE)

    second = phone.get(DATA)

    assert (second.status_code, second.headers["Retry-After"], second.headers["Refresh"]) == (429, "5", "5")
    assert "You pressed this already" in second.content.decode()
    b"".join(first)
    assert phone.get(DATA).status_code == 200


def test_turn_ends_with_an_answer_that_nobody_reads(yara: YoungPerson) -> None:
    turn = turns.take(factories.actor(yara), KIND)

    InTurn(StreamingHttpResponse(["never read"]), turn).close()

    assert not Turn.objects.exists()


def test_few_are_made_for_everybody_together(phone: Client) -> None:
    authority = factories.authority()
    others = [factories.actor(factories.young_person(authority, f"Nobody {name}")) for name in "ABC"]
    taken = [turns.take(other, KIND) for other in others[:2]]
    with pytest.raises(turns.Busy):
        turns.take(others[2], KIND)

    assert "A lot of people are doing this" in phone.get(PAGE).content.decode()
    turns.end(taken[0])
    assert phone.get(PAGE).status_code == 200


def test_turn_of_a_worker_that_was_killed_is_free_again(phone: Client) -> None:
    for place in range(2):
        ended = clock.now() - timedelta(seconds=1)
        Turn.objects.create(kind=KIND.name, person_id=uuid4(), place=place, until=ended)

    assert phone.get(PAGE).status_code == 200


def test_turn_ends_where_the_answer_fails(monkeypatch: pytest.MonkeyPatch, yara: YoungPerson) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(yara.user)
    monkeypatch.setattr(clock, "today", lambda: 1 // 0)

    assert client.get(PAGE).status_code == 500
    assert not Turn.objects.exists()


def test_overview_is_made_once_at_a_time_for_a_manager() -> None:
    manager = factories.manager(factories.authority())
    client = Client()
    client.force_login(manager)
    turn = Turn.objects.create(
        kind="overview", person_id=manager.pk, place=None, until=clock.now() + timedelta(minutes=1)
    )

    assert client.get("/staff/overview/").status_code == 429
    turns.end(turn)
    assert [client.get("/staff/overview/").status_code for _ in range(2)] == [200, 200]
