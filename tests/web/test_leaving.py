"""Leaving in a hurry, and what the way back shows then."""

import sqlite3
import time
from contextlib import closing
from datetime import timedelta

import pytest
from django.conf import settings as in_force
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.test import Client as Browser
from pytest_django import Settings

from ownpath.core import clock
from ownpath.people.models import YoungPerson
from tests import factories
from tests.client import Client

pytestmark = pytest.mark.django_db

ELSEWHERE = "https://weather.example/today"


@pytest.fixture(autouse=True)
def _elsewhere(settings: Settings) -> None:
    settings.QUICK_EXIT_URL = ELSEWHERE


@pytest.fixture
def yara() -> YoungPerson:
    factories.pack()
    return factories.young_person(factories.authority())


@pytest.fixture
def phone(client: Client, yara: YoungPerson) -> Client:
    assert yara.user is not None
    client.force_login(yara.user)
    return client


def test_leaving_ends_the_session_and_goes_elsewhere_without_naming_us(phone: Client) -> None:
    gone = phone.post("/leave/")

    assert gone.status_code == 200
    assert f'content="0;url={ELSEWHERE}"' in gone.text
    assert "<title>weather.example</title>" in gone.text
    assert "ownpath" not in gone.text.lower()
    assert gone.headers["Cache-Control"] == "no-store"
    assert not Session.objects.exists()


def test_leaving_needs_no_token_and_no_session(yara: YoungPerson) -> None:
    assert ELSEWHERE in Browser(enforce_csrf_checks=True).post("/leave/").content.decode()


@pytest.mark.parametrize("path", ["/my/", "/my/plan/", "/home/", "/staff/", "/sign-in/", "/sign-in/code/"])
def test_way_back_leads_elsewhere(phone: Client, path: str) -> None:
    phone.post("/leave/")

    assert phone.get(path).headers["Location"] == ELSEWHERE


def test_what_is_pressed_afterwards_on_an_open_page_says_nothing_either(phone: Client) -> None:
    phone.post("/leave/")

    assert phone.post("/my/wins/add/", {"words": "Slept"}).headers["Location"] == ELSEWHERE


def test_front_page_lets_one_in_again(phone: Client) -> None:
    phone.post("/leave/")

    assert phone.get("/").status_code == 200
    assert phone.get("/my/").headers["Location"] == "/sign-in/?next=/my/"


def test_whoever_is_signed_in_again_has_not_left(phone: Client, yara: YoungPerson) -> None:
    phone.post("/leave/")
    assert yara.user is not None
    phone.force_login(yara.user)

    assert phone.get("/my/").status_code == 200
    phone.logout()
    assert phone.get("/my/").headers["Location"] == "/sign-in/?next=/my/"


def test_it_lasts_ten_minutes(phone: Client) -> None:
    cookie = phone.post("/leave/").cookies["left"]

    assert timedelta(seconds=cookie["max-age"]) == timedelta(minutes=10)
    assert cookie["httponly"]
    assert cookie.value == "1"


@pytest.mark.parametrize("path", ["/my/", "/my/survey/home/", "/my/plan/", "/my/everything/"])
def test_every_page_of_ones_own_has_the_way_out_and_stays_on_no_device(
    phone: Client, yara: YoungPerson, path: str
) -> None:
    factories.response(yara, sent_at=None, started_at=clock.now())

    page = phone.get(path)

    assert '<form class="leave" method="post" action="/leave/" data-quick-exit>' in page.text
    assert page.headers["Cache-Control"] == "no-store"


def silent(*_arguments: object) -> None:
    raise OperationalError("no answer")


def test_leaving_asks_the_database_for_nothing_before_it_answers(phone: Client) -> None:
    with connection.execute_wrapper(silent):
        gone = phone.post("/leave/")
        again = phone.get("/leave/")
        back = phone.get("/my/")

    assert (gone.status_code, again.headers["Location"]) == (200, ELSEWHERE)
    assert f'content="0;url={ELSEWHERE}"' in gone.text
    assert gone.cookies["left"].value == "1"
    assert gone.cookies[in_force.SESSION_COOKIE_NAME]["max-age"] == 0
    assert Session.objects.exists()  # it could not be removed, and nobody has its key
    assert back.headers["Location"] == ELSEWHERE


@pytest.mark.skipif(connection.vendor != "sqlite", reason="Only SQLite lets a single writer in.")
@pytest.mark.django_db(transaction=True)
def test_leaving_waits_for_no_other_writer(phone: Client, transactional_db: None) -> None:
    with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        gone = phone.post("/leave/")
        seconds = time.monotonic() - began
        other.execute("ROLLBACK")

    assert (gone.status_code, gone.cookies["left"].value) == (200, "1")
    assert seconds < 2, "the usual five seconds' wait for another writer"
    assert phone.get("/my/").headers["Location"] == ELSEWHERE


@pytest.mark.parametrize(
    "sent", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}, {"Origin": "null"}]
)
def test_press_on_another_site_signs_out_and_does_no_more(phone: Client, sent: dict[str, str]) -> None:
    forged = phone.post("/leave/", headers=sent)

    assert not Session.objects.exists()
    assert "left" not in forged.cookies
    assert phone.get("/sign-in/").status_code == 200


@pytest.mark.parametrize("sent", [{"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://testserver"}])
def test_press_on_a_page_of_ours_shuts_the_way_back(phone: Client, sent: dict[str, str]) -> None:
    assert phone.post("/leave/", headers=sent).cookies["left"].value == "1"
