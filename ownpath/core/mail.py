"""E-mail from the service: one class a message, sent only after its transaction is safe.

A message says that there is something to see and where. It never carries what is in a record. It is in the language
of whoever gets it, whoever sent it off.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from smtplib import SMTPException

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import translation
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

    @property
    def language(self) -> str:
        """The language that the person with this address chose, else English. One query."""
        chosen = get_user_model().objects.filter(email=self.to).values_list("language", flat=True).first()
        return chosen or settings.LANGUAGE_CODE

    def send_after_commit(self, on_sent: Callable[[], object] = lambda: None) -> None:
        """Send once the transaction stands; then call `on_sent`. A failure is logged by kind and changes nothing."""
        transaction.on_commit(lambda: self._send(on_sent))

    def _send(self, on_sent: Callable[[], object]) -> None:
        with translation.override(self.language):
            body = "\n\n".join(force_str(line) for line in self.lines) + "\n"
            message = EmailMessage(force_str(self.subject), body, settings.DEFAULT_FROM_EMAIL, [self.to])
        try:
            is_sent = message.send() > 0
        except (SMTPException, OSError) as fault:
            # Only the kind: what a mail server says of a mail names the address it was for.
            logger.error("%s could not be sent: %s.", type(self).__name__, type(fault).__name__)
            return
        if not is_sent:
            logger.error("%s has no address to go to.", type(self).__name__)
            return
        on_sent()


def link_to(path: str) -> str:
    """The whole address of a path, for a message."""
    return settings.SITE_URL.rstrip("/") + path
