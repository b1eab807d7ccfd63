"""Mail that cannot go out: what the log says about it."""

import logging
from smtplib import SMTPRecipientsRefused
from typing import Any
from uuid import UUID

import pytest
from django.core.mail.backends.locmem import EmailBackend
from pytest_django import Settings

from ownpath.core.ids import new_id
from ownpath.support.messages import SomebodyNeedsYou

pytestmark = pytest.mark.django_db

ADDRESS = "yara@example.org"
noted: list[UUID] = []


def note(about_id: UUID) -> None:
    noted.append(about_id)


class Refusing(EmailBackend):
    """A mail server that answers as real ones do: with the address that it does not know."""

    def send_messages(self, messages: Any) -> int:
        raise SMTPRecipientsRefused({ADDRESS: (550, b"5.1.1 <yara@example.org>: no such user")})


def test_log_says_what_kind_of_mail_failed_and_never_for_whom(
    settings: Settings, caplog: pytest.LogCaptureFixture, django_capture_on_commit_callbacks: Any
) -> None:
    settings.MAILERS = {"default": {"BACKEND": f"{__name__}.Refusing"}}

    with caplog.at_level(logging.DEBUG), django_capture_on_commit_callbacks(execute=True):
        SomebodyNeedsYou(to=ADDRESS).send_after_commit()

    assert "SomebodyNeedsYou could not be sent: SMTPRecipientsRefused." in caplog.text
    assert ADDRESS not in caplog.text


def test_a_mail_without_an_address_does_not_count_as_sent(
    caplog: pytest.LogCaptureFixture, django_capture_on_commit_callbacks: Any
) -> None:
    noted.clear()
    nobody, somebody = new_id(), new_id()

    with django_capture_on_commit_callbacks(execute=True):
        SomebodyNeedsYou(to="").send_after_commit(note, nobody)
        SomebodyNeedsYou(to=ADDRESS).send_after_commit(note, somebody)

    assert noted == [somebody]
    assert "SomebodyNeedsYou has no address to go to." in caplog.text
