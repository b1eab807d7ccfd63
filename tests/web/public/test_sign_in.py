"""Signing in tells nobody who is known here: not by words, not by status, not by what it costs to answer."""

import re
import time
from datetime import timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from ownpath.accounts.models import User
from ownpath.core import clock, outbox
from ownpath.people.models import YoungPerson
from tests import factories

pytestmark = pytest.mark.django_db


class Refusing(EmailBackend):
    """A mail server that knows none of those it is to send to."""

    def send_messages(self, messages: Any) -> int:
        raise SMTPRecipientsRefused({message.to[0]: (550, b"no such user") for message in messages})


class Away(EmailBackend):
    """A mail server that cannot be reached."""

    def open(self) -> bool:
        raise TimeoutError


@pytest.fixture
def yara() -> YoungPerson:
    return factories.young_person(factories.authority())


def code_sent() -> str:
    outbox.deliver()
    return next(line for line in mail.outbox[-1].body.splitlines() if re.fullmatch(r"\w+-\w+", line))


def step(client: Client, method: str, path: str, fields: dict[str, str] | None = None) -> tuple[Any, ...]:
    """What can be seen from outside, and what it cost: status, where to, words, and the statements in their order."""
    with CaptureQueriesContext(connection) as asked:
        answer = getattr(client, method)(path, fields)
    said = re.sub(r'value="[^"]*"|[^\s<]+@example.org', "", answer.content.decode())
    return answer.status_code, answer.headers.get("Location"), said, [shape_of(one["sql"]) for one in asked]


def shape_of(sql: str) -> str:
    return re.sub(r"'(?:[^']|'')*'|\b[0-9a-f]{32}\b|\b\d+\b|\bs\d+_x\d+\b|_django_curs_\w+", "?", sql)


@pytest.mark.parametrize("server", ["up", "Refusing", "Away"])
def test_known_and_unknown_address_get_the_same_answer_at_the_same_cost(
    settings: Settings, yara: YoungPerson, server: str, django_capture_on_commit_callbacks: Any
) -> None:
    if server != "up":
        settings.MAILERS = {"default": {"BACKEND": f"{__name__}.{server}"}}
    seen = []
    for address in (yara.user.email, f"nobody.{server}@example.org".lower()):
        client = Client()
        client.get("/sign-in/")
        with django_capture_on_commit_callbacks(execute=True):
            asked = step(client, "post", "/sign-in/", {"email": address})
        steps = [asked, step(client, "get", "/sign-in/code/")]
        steps += [step(client, "post", "/sign-in/code/", {"code": "WRNG-CODE"}) for _attempt in range(3)]
        seen.append(steps)

    for known, unknown in zip(*seen, strict=True):
        assert known == unknown
    assert [one[0] for one in seen[0]] == [302, 200, 200, 200, 302]


def test_code_still_works_when_its_mail_came_at_the_last_moment(
    client: Client, yara: YoungPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.post("/sign-in/", {"email": yara.user.email})
    with clock.held_at(clock.now() + timedelta(minutes=14, seconds=50)):
        code = code_sent()

    later = time.time() + 19 * 60
    monkeypatch.setattr(time, "time", lambda: later)
    assert client.post("/sign-in/code/", {"code": code}).headers["Location"] == "/home/"


@pytest.mark.parametrize(
    ("chosen", "device", "subject"),
    [
        ("ar", "en-gb", "رمزك لدخول Ownpath"),
        ("en-gb", "ar", "Your code for Ownpath"),
        ("", "ar", "رمزك لدخول Ownpath"),
    ],
)
def test_code_comes_in_the_language_of_its_reader(
    client: Client, yara: YoungPerson, chosen: str, device: str, subject: str
) -> None:
    User.objects.filter(pk=yara.user_id).update(language=chosen)
    client.post("/sign-in/", {"email": yara.user.email.upper()}, headers={"accept-language": device})
    code_sent()

    assert mail.outbox[0].subject == subject


def test_staff_get_it_in_a_language_in_which_their_pages_are(client: Client) -> None:
    ines = factories.adviser(factories.authority())
    client.post("/sign-in/", {"email": ines.email}, headers={"accept-language": "ar"})
    code_sent()

    assert mail.outbox[0].subject == "Your code for Ownpath"
