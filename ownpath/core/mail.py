"""E-mail from the service: one class a message, sent after its transaction is safe and after the answer.

A message says that there is something to see and where. It never carries what is in a record. It is in the language
of whoever gets it, whoever sent it off.
"""

import logging
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import ClassVar
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils import translation
from django.utils.encoding import force_str

from . import outbox

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Mail:
    """One kind of message. A subclass gives the subject and the lines; the address stays out of logs."""

    to: str

    # For how long it is tried; later it would be of no use.
    within: ClassVar[timedelta] = timedelta(days=2)

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

    def send_after_commit(self, on_sent: outbox.OnSent | None = None, about_id: UUID | None = None) -> None:
        """Send soon after the transaction stands, never before; then call `on_sent`, a function of a module, with
        `about_id`. A failure is logged by kind and tried again.
        """
        if not self.to:
            logger.error("%s has no address to go to.", type(self).__name__)
            return
        outbox.put(type(self).__name__, self._letter(), within=self.within, on_sent=on_sent, about_id=about_id)

    def drop_after_commit(self) -> None:
        """Take the way of a mail, at the same cost, and reach nobody: for an address that must not be told about."""
        outbox.put(type(self).__name__, replace(self._letter(), to=""), within=self.within)

    def _letter(self) -> outbox.Letter:
        with translation.override(self.language):
            body = "\n\n".join(force_str(line) for line in self.lines) + "\n"
            # A line end in somebody's name must not break the subject.
            return outbox.Letter(self.to, " ".join(force_str(self.subject).split()), body)


def link_to(path: str) -> str:
    """The whole address of a path, for a message."""
    return settings.SITE_URL.rstrip("/") + path
