"""Whatever fails, a line says what kind and where; never an address, a word or the secret of an invitation."""

import io
import json
import logging
import socketserver
from collections.abc import Iterator
from datetime import datetime, timedelta
from threading import Thread
from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from pytest_django import Settings

from ownpath import urls
from ownpath.accounts.models import User
from ownpath.core import clock, logs, outbox, reports
from ownpath.web.access import Public, declared
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]
SECRET = "01a2b3c4-0000-7000-8000-0123456789ab"
ADDRESS = "yara@example.org"


def _twice(request: HttpRequest, token: str) -> HttpResponse:
    with transaction.atomic():
        for _ in range(2):
            User.objects.with_email(ADDRESS, "Yara Notreal")
    return HttpResponse()


def _too_long(request: HttpRequest, token: str) -> HttpResponse:
    raise ValueError(f"{ADDRESS} said: I do not feel well")


urlpatterns = [
    *urls.urlpatterns,
    path("invitation/<str:token>/twice/", declared(Public("For this test."), _twice), name="twice"),
    path("invitation/<str:token>/words/", declared(Public("For this test."), _too_long), name="words"),
]
handler403, handler404, handler500 = urls.handler403, urls.handler404, urls.handler500


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What a real service writes: everything, from every library, in lines of JSON."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logs.JsonLines())
    logging.getLogger().addHandler(handler)
    yield stream
    logging.getLogger().removeHandler(handler)
    assert not any(secret in stream.getvalue() for secret in (SECRET, ADDRESS, "yara", "Yara", "feel well"))


def lines(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


@pytest.fixture
def browser() -> Client:
    return Client(raise_request_exception=False)


def test_broken_constraint_is_told_by_kind_route_and_place(log: io.StringIO, browser: Client) -> None:
    assert browser.get(f"/invitation/{SECRET}/twice/").status_code == 500

    [line] = lines(log)
    assert abs(datetime.fromisoformat(line["time"]) - clock.now()) < timedelta(minutes=1)
    assert line["kind"].startswith("IntegrityError from ")
    assert (line["route"], line["status"], line["level"]) == ("twice", 500, "ERROR")
    own = [place for place in line["place"].split(" > ") if place.startswith("ownpath/")]
    assert own[-1].startswith("ownpath/accounts/models.py:")
    assert own[-1].endswith(" with_email")


def test_words_of_a_fault_stay_out(log: io.StringIO, browser: Client) -> None:
    browser.get(f"/invitation/{SECRET}/words/")

    assert [line["kind"] for line in lines(log)] == ["ValueError"]


def test_addresses_of_pages_stay_out(log: io.StringIO, browser: Client) -> None:
    browser.get(f"/invitation/{SECRET}/nothing/")
    Client(enforce_csrf_checks=True).post(f"/invitation/{SECRET}/")

    assert [(line["logger"], line["status"]) for line in lines(log)] == [
        ("django.request", 404),
        ("django.security.csrf", 403),
    ]


@pytest.mark.parametrize("name", ["gunicorn.error", "django.server", "allauth", "asyncio", "py.warnings"])
def test_no_library_has_a_way_round(log: io.StringIO, name: str) -> None:
    logging.getLogger(name).error("Error handling request %s", f"/invitation/{SECRET}")
    assert "words" not in lines(log)[0] or name == "gunicorn.error"
    log.truncate(0)
    log.seek(0)
    logging.getLogger(name).error(f"Error handling request /invitation/{SECRET} for {ADDRESS}")
    logging.getLogger("gunicorn.access").info("GET /invitation/%s", SECRET)

    [line] = lines(log)
    assert line["logger"] == name
    assert "words" not in line


class _Refuses(socketserver.StreamRequestHandler):
    """A mail server that takes nobody in, and repeats to whom."""

    def handle(self) -> None:
        self.wfile.write(b"220 mail.example\r\n")
        for line in self.rfile:
            verb, rest = line[:4].upper(), line[4:].strip()
            if verb == b"QUIT":
                return
            self.wfile.write(b"550 5.1.1 " + rest + b": no such user\r\n" if verb == b"RCPT" else b"250 fine\r\n")


@pytest.fixture
def refusing_server(settings: Settings) -> Iterator[None]:
    with socketserver.TCPServer(("127.0.0.1", 0), _Refuses) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        host, port = server.server_address
        backend = "django.core.mail.backends.smtp.EmailBackend"
        settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": {"host": host, "port": port, "timeout": 5}}}
        yield
        server.shutdown()


@pytest.mark.usefixtures("refusing_server")
def test_mail_server_that_refuses_is_told_by_kind(log: io.StringIO, client: Client) -> None:
    yara = factories.young_person(factories.authority())
    User.objects.filter(pk=yara.user_id).update(email=ADDRESS)
    assert client.post("/sign-in/", {"email": ADDRESS}).status_code == 302
    outbox.deliver()

    assert [line["words"] for line in lines(log)] == ["CodeMail could not be sent: SMTPRecipientsRefused."]


@pytest.fixture
def by_mail(settings: Settings) -> Iterator[None]:
    settings.ADMINS = ["keeper@example.org"]
    handler = logs.ByMail(logging.ERROR)
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)


@pytest.mark.usefixtures("by_mail")
def test_each_kind_of_fault_is_mailed_once_an_hour_without_anybodys_words(browser: Client) -> None:
    now = clock.now()
    for minutes in (0, 1, 59, 60):
        with clock.held_at(now + timedelta(minutes=minutes)):
            browser.get(f"/invitation/{SECRET}/words/")
            reports.mail_what_waits()
            outbox.deliver()
    browser.get(f"/invitation/{SECRET}/twice/")
    reports.mail_what_waits()
    outbox.deliver()

    assert [(letter.to, letter.subject) for letter in mail.outbox[:2]] == [
        (["keeper@example.org"], "Ownpath: ValueError")
    ] * 2
    assert mail.outbox[2].subject.startswith("Ownpath: IntegrityError from ")
    assert len(mail.outbox) == 3
    for letter in mail.outbox:
        assert not any(secret in letter.body for secret in (SECRET, ADDRESS, "feel well"))
    assert "tests/core/test_logs.py:" in mail.outbox[0].body
    assert "ownpath/accounts/models.py:" in mail.outbox[2].body


@pytest.mark.usefixtures("by_mail")
def test_mail_that_fails_and_hostile_requests_are_mailed_to_nobody() -> None:
    for name in logs.ByMail.NOT_MAILED:
        logging.getLogger(f"{name}").error("no")
    reports.mail_what_waits()
    outbox.deliver()

    assert mail.outbox == []
