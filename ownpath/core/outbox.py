"""Mail leaves after the answer: a row with what it tells of, sent once that stands, by a thread of the worker.

Nobody waits for a mail server, and nobody can tell by waiting whether a mail went out. What a thread leaves, because
the server was away or the process ended, the due work sends. Each row is claimed first: two never send the same.
"""

import logging
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from smtplib import SMTPException
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, mailers
from django.db import connection, transaction
from django.db.models import Min
from django.utils.module_loading import import_string

from . import clock
from .ids import new_id
from .models import OutgoingMail
from .posting import Posting
from .sealing import seal, unseal

logger = logging.getLogger(__name__)

# Longer than a mail server takes over one mail with every step at its limit of ten seconds.
CLAIMED_FOR = timedelta(minutes=2)
FIRST_PAUSE = timedelta(seconds=15)
AWAY = FIRST_PAUSE.total_seconds()
LONGEST_PAUSE = timedelta(hours=1)
A_ROUND = 100

type OnSent = Callable[[UUID], object]


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent, and where to. Without an address it goes the same way and is dropped at the end of it."""

    to: str
    subject: str
    body: str


def put(
    kind: str, letter: Letter, *, within: timedelta, on_sent: OnSent | None = None, about_id: UUID | None = None
) -> None:
    """Put a letter into the outbox, to leave once the transaction stands and to be dropped if it cannot `within` that
    time. Once it went out, `on_sent`, a function of a module, is called with `about_id`.
    """
    mail_id = new_id()
    OutgoingMail.objects.create(
        id=mail_id,
        kind=kind,
        letter=seal(mail_id, [letter.to, letter.subject, letter.body]),
        on_sent=f"{on_sent.__module__}.{on_sent.__qualname__}" if on_sent else "",
        about_id=about_id,
        until=clock.now() + within,
    )
    transaction.on_commit(_posting.wake if settings.MAIL_IN_BACKGROUND else deliver)


def deliver() -> float | None:
    """Send what is due now. Returns after how many seconds to look again; None where nothing waits."""
    if not _due().exists():
        return _seconds_to_next()
    mailer = mailers.default
    try:
        mailer.open()
        _send_what_is_due(mailer)
    except (SMTPException, OSError) as fault:
        # Only the kind: a mail server's own words name addresses.
        logger.error("The mail server cannot be reached: %s.", type(fault).__name__)
        return AWAY
    finally:
        _close(mailer)
    return _seconds_to_next()


def how_many_wait() -> int:
    """Letters that have not gone out and still can."""
    return OutgoingMail.objects.filter(until__gt=clock.now()).count()


def wait_for(about: Collection[UUID], *, seconds: float) -> None:
    """Wait until each mail about one of these was tried, but no longer than that. Inside a transaction nothing leaves
    yet, and so nobody waits.
    """
    ends_at = time.monotonic() + seconds
    untried = OutgoingMail.objects.filter(about_id__in=about, tries=0)
    while not connection.in_atomic_block and time.monotonic() < ends_at and untried.exists():
        time.sleep(0.1)


def _due() -> Any:
    now = clock.now()
    return OutgoingMail.objects.filter(try_at__lte=now, until__gt=now).order_by("try_at", "pk")


def _seconds_to_next() -> float | None:
    now = clock.now()
    next_at = OutgoingMail.objects.filter(until__gt=now).aggregate(at=Min("try_at"))["at"]
    return max(1.0, (next_at - now).total_seconds()) if next_at else None


def _send_what_is_due(mailer: Any) -> None:
    for row in _due()[:A_ROUND]:
        if not _is_claimed(row):
            continue
        try:
            _send(row, mailer)
        except Exception as fault:
            logger.error("%s could not be sent: %s.", row.kind, type(fault).__name__)
            _put_off(row)
            _close(mailer)
            mailer.open()
        else:
            _note_sending(row)


def _is_claimed(row: OutgoingMail) -> bool:
    claim = OutgoingMail.objects.filter(pk=row.pk, try_at=row.try_at)
    return claim.update(try_at=clock.now() + CLAIMED_FOR) == 1


def _send(row: OutgoingMail, mailer: Any) -> None:
    letter = unseal(row.pk, row.letter, within=timedelta.max)
    if letter is None:
        logger.error("%s can no longer be read: it was sealed with another key.", row.kind)
        row.on_sent = ""
        return
    to, subject, body = letter
    if to:
        mailer.send_messages([EmailMessage(subject, body, settings.DEFAULT_FROM_EMAIL, [to])])


def _put_off(row: OutgoingMail) -> None:
    """Longer each time, but not so long that little of its time is left."""
    now = clock.now()
    doubled = min(FIRST_PAUSE * 2 ** min(row.tries, 10), LONGEST_PAUSE)
    pause = min(doubled, max(FIRST_PAUSE, (row.until - now) / 8))
    OutgoingMail.objects.filter(pk=row.pk).update(tries=row.tries + 1, try_at=now + pause)


def _note_sending(row: OutgoingMail) -> None:
    note = _of_this_release(row.on_sent) if row.on_sent else None
    with transaction.atomic():
        if note is not None:
            note(row.about_id)
        row.delete()


def _of_this_release(name: str) -> Any:
    try:
        return import_string(name)
    except ImportError:
        logger.error("A mail went out, and %s is not there to note it.", name)
        return None


def _close(mailer: Any) -> None:
    with suppress(SMTPException, OSError):
        mailer.close()


class _Patience:
    """A server that is away is asked again after a while, however many mails come meanwhile."""

    def __init__(self) -> None:
        self._rests_until = 0.0

    def __call__(self) -> float | None:
        left = self._rests_until - time.monotonic()
        if left > 0:
            return left
        pause = deliver()
        if pause == AWAY:
            self._rests_until = time.monotonic() + AWAY
        return pause


_posting = Posting(_Patience())
