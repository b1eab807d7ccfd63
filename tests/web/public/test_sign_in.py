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

from ownpath.accounts import codes
from ownpath.accounts.models import User
from ownpath.core import clock, outbox
from ownpath.core.models import AuditEvent, OutgoingMail
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
    Client().post("/sign-in/", {"email": "somebody.else@example.org"})  # from the same place
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


def test_forty_people_behind_one_address_get_in_while_a_stranger_presses_for_each(client: Client) -> None:
    council = factories.authority()
    people = [factories.adviser(council) for _ in range(40)]
    for user in people:
        for _ in range(6):
            client.post("/sign-in/", {"email": user.email})
    while OutgoingMail.objects.exists():
        outbox.deliver()
    assert len(mail.outbox) == 40 * 3
    code_of = {letter.to[0]: letter.body.split("\n\n")[1] for letter in mail.outbox}

    for user in people:
        theirs = Client()
        assert theirs.post("/sign-in/", {"email": user.email}).status_code == 302
        assert theirs.post("/sign-in/code/", {"code": code_of[user.email]}).headers["Location"] == "/home/"
    outbox.deliver()
    assert len(mail.outbox) == 40 * 3


def test_mistyped_address_is_put_right_at_once(client: Client, yara: YoungPerson) -> None:
    client.post("/sign-in/", {"email": "yarra@example.org"})
    assert "Your email address" in client.get("/sign-in/").content.decode()

    client.post("/sign-in/again/", {"email": yara.user.email})
    assert client.post("/sign-in/code/", {"code": code_sent()}).headers["Location"] == "/home/"


def test_code_that_was_used_opens_nothing_in_another_browser(yara: YoungPerson) -> None:
    first, second = Client(), Client()
    for each in (first, second):
        each.post("/sign-in/", {"email": yara.user.email})
    code = code_sent()

    assert first.post("/sign-in/code/", {"code": code}).headers["Location"] == "/home/"
    assert "That is not the code." in second.post("/sign-in/code/", {"code": code}).content.decode()


def test_sign_in_works_on_a_socket_and_with_a_proxy_that_says_nothing(settings: Settings, yara: YoungPerson) -> None:
    for proxies in (0, 1):
        settings.TRUSTED_PROXY_COUNT = proxies
        answer = Client(REMOTE_ADDR="").post("/sign-in/", {"email": yara.user.email})
        assert answer.headers["Location"] == "/sign-in/code/"


def test_one_place_that_asks_all_the_time_is_told_to_wait(
    client: Client, yara: YoungPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codes, "MOST_FROM_ONE_PLACE", 1)
    answers = [client.post("/sign-in/", {"email": yara.user.email}).status_code for _ in range(2)]
    elsewhere = Client(REMOTE_ADDR="192.0.2.9").post("/sign-in/", {"email": yara.user.email})

    assert (answers, elsewhere.status_code) == ([302, 200], 302)


def test_signing_in_is_an_event_and_a_refused_code_a_line_that_names_nobody(
    client: Client, yara: YoungPerson, caplog: pytest.LogCaptureFixture
) -> None:
    client.post("/sign-in/", {"email": yara.user.email})
    client.post("/sign-in/code/", {"code": "WRNG-CODE"})
    assert not AuditEvent.objects.exists()
    assert caplog.messages == ["A code to sign in was refused."]

    client.post("/sign-in/code/", {"code": code_sent()})

    event = AuditEvent.objects.get()
    assert (event.verb, event.actor_id, event.actor_role) == (
        "accounts.note_signing_in",
        yara.user.pk,
        "young_person",
    )
    assert (event.young_person_id, event.authority_id) == (yara.pk, yara.authority_id)
    assert len(caplog.messages) == 1
