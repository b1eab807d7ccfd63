"""The outbox: what leaves, when, once; and what a mail server can do without anybody waiting for it."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from smtplib import SMTPServerDisconnected
from threading import Event
from typing import Any

import pytest
from django.conf import LazySettings
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection

from ownpath.core import clock, outbox
from ownpath.core.models import OutgoingMail
from ownpath.core.outbox import Letter
from ownpath.core.posting import Posting
from ownpath.organisations.due import do_due_work
from tests import factories
from tests.racing import at_once, shared_database

__all__ = ["shared_database"]

pytestmark = pytest.mark.django_db
A_DAY = timedelta(days=1)


def put(to: str = "yara@example.org", *, within: timedelta = A_DAY) -> None:
    outbox.put("SomeMail", Letter(to, "Hello", "Words for her eyes"), within=within)


class Away(EmailBackend):
    """A mail server that cannot be reached."""

    tries = 0

    def open(self) -> bool:
        Away.tries += 1
        raise ConnectionRefusedError


class Choosy(EmailBackend):
    """A mail server that hangs up at one of those it is to send to."""

    def send_messages(self, messages: Any) -> int:
        if messages[0].to == ["mo@example.org"]:
            raise SMTPServerDisconnected
        return super().send_messages(messages)


class Slow(EmailBackend):
    """A mail server that takes its time: until the test lets it go on."""

    goes_on = Event()

    def send_messages(self, messages: Any) -> int:
        assert self.goes_on.wait(20)
        return super().send_messages(messages)


def use(settings: LazySettings, backend: type[EmailBackend]) -> None:
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.{backend.__name__}"}}


def test_what_waits_is_sealed_and_what_was_sent_is_gone() -> None:
    put()
    assert outbox.how_many_wait() == 1
    row = OutgoingMail.objects.get()
    assert not any(words in row.letter for words in ("yara", "Hello", "eyes"))

    assert outbox.deliver() is None

    assert [(letter.to, letter.subject, letter.body) for letter in mail.outbox] == [
        (["yara@example.org"], "Hello", "Words for her eyes")
    ]
    assert not OutgoingMail.objects.exists()


def test_server_that_is_away_is_asked_once_for_all_and_what_waited_leaves_when_it_is_back(
    settings: LazySettings, caplog: pytest.LogCaptureFixture
) -> None:
    Away.tries = 0
    use(settings, Away)
    for _ in range(3):
        put()

    with caplog.at_level(logging.DEBUG):
        assert outbox.deliver() == 15
    assert Away.tries == 1
    assert "ConnectionRefusedError" in caplog.text
    assert "yara" not in caplog.text

    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    assert do_due_work() == 0
    assert len(mail.outbox) == 3


def test_one_that_fails_stops_no_other_and_is_tried_later_each_time(settings: LazySettings) -> None:
    use(settings, Choosy)
    for to in ("mo@example.org", "yara@example.org"):
        put(to)
    now = clock.now()

    pauses = []
    for _ in range(4):
        with clock.held_at(now := now + timedelta(hours=1)):
            outbox.deliver()
            pauses.append((OutgoingMail.objects.get().try_at - now).total_seconds())

    assert [letter.to for letter in mail.outbox] == [["yara@example.org"]]
    assert pauses == [15, 30, 60, 120]


def test_what_comes_too_late_is_not_sent() -> None:
    put(within=timedelta(minutes=15))

    with clock.held_at(clock.now() + timedelta(minutes=16)):
        assert do_due_work() == 0

    assert (mail.outbox, OutgoingMail.objects.count()) == ([], 0)


def test_letter_without_an_address_goes_the_same_way_and_reaches_nobody() -> None:
    put("")

    outbox.deliver()

    assert (mail.outbox, OutgoingMail.objects.count()) == ([], 0)


def test_letter_sealed_with_another_key_is_let_go(settings: LazySettings, caplog: pytest.LogCaptureFixture) -> None:
    put()
    settings.SECRET_KEY = "another"

    outbox.deliver()

    assert (mail.outbox, OutgoingMail.objects.count()) == ([], 0)
    assert "SomeMail can no longer be read" in caplog.text


@pytest.mark.usefixtures("shared_database")
def test_several_that_look_at_once_send_each_once() -> None:
    for _ in range(5):
        put()
    somebody = factories.actor(factories.adviser(factories.authority()))

    at_once(*[(somebody, outbox.deliver)] * 4)

    assert len(mail.outbox) == 5


@pytest.fixture
def posting(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Posting]:
    """The thread, as in a worker."""
    settings.MAIL_IN_BACKGROUND = True
    posting = Posting(outbox._Patience())
    monkeypatch.setattr(outbox, "_posting", posting)
    yield posting
    Slow.goes_on.set()
    posting.end()


@pytest.mark.usefixtures("shared_database")
def test_nobody_waits_for_a_slow_server_and_it_is_sent_all_the_same(settings: LazySettings, posting: Posting) -> None:
    use(settings, Slow)
    Slow.goes_on.clear()

    put()
    assert not connection.in_atomic_block
    assert mail.outbox == []

    Slow.goes_on.set()
    posting.end()
    assert [letter.to for letter in mail.outbox] == [["yara@example.org"]]
    assert not OutgoingMail.objects.exists()


def test_server_that_is_away_is_left_alone_for_a_while_whatever_comes_meanwhile(settings: LazySettings) -> None:
    Away.tries = 0
    use(settings, Away)
    in_background = outbox._Patience()
    put()

    pauses = [in_background() for _ in range(3)]

    assert Away.tries == 1
    assert all(pause is not None and 10 < pause <= 15 for pause in pauses)
