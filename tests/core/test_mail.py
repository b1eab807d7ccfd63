"""Mail that cannot go out: what the log says about it."""

import logging
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from django.core.mail.backends.locmem import EmailBackend
from pytest_django import Settings

from ownpath.support.messages import SomebodyNeedsYou

pytestmark = pytest.mark.django_db

ADDRESS = "yara@example.org"


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
    sent: list[str] = []

    with django_capture_on_commit_callbacks(execute=True):
        SomebodyNeedsYou(to="").send_after_commit(lambda: sent.append("nobody"))
        SomebodyNeedsYou(to=ADDRESS).send_after_commit(lambda: sent.append("Yara"))

    assert sent == ["Yara"]
    assert "SomebodyNeedsYou has no address to go to." in caplog.text
