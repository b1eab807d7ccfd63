"""E-mail from the service: one class a message, sent only after its transaction is safe.

A message says that there is something to see and where. It never carries what is in a record.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.encoding import force_str

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Mail:
    """One kind of message. A subclass gives the subject and the lines; the address stays out of logs."""

    to: str

    @property
    def subject(self) -> str:
        """The subject line: who writes, never about what."""
        raise NotImplementedError

    @property
    def lines(self) -> list[str]:
        """The paragraphs of the text."""
        raise NotImplementedError

    def send_after_commit(self, on_sent: Callable[[], object] = lambda: None) -> None:
        """Send once the transaction stands; then call `on_sent`. A failure is logged by kind and changes nothing."""
        transaction.on_commit(lambda: self._send(on_sent))

    def _send(self, on_sent: Callable[[], object]) -> None:
        body = "\n\n".join(force_str(line) for line in self.lines) + "\n"
        try:
            EmailMessage(force_str(self.subject), body, settings.DEFAULT_FROM_EMAIL, [self.to]).send()
        except (SMTPException, OSError):
            logger.exception("%s could not be sent.", type(self).__name__)
            return
        on_sent()


def link_to(path: str) -> str:
    """The whole address of a path, for a message."""
    return settings.SITE_URL.rstrip("/") + path
