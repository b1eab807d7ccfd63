"""A mail to whoever keeps the service running when something broke: what kind and where. Once an hour for each kind."""

from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from queue import Empty, SimpleQueue

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from . import clock
from .mail import Mail
from .models import ErrorReport
from .posting import Posting

AN_HOUR = timedelta(hours=1)
_waiting: SimpleQueue[tuple[str, str]] = SimpleQueue()


@dataclass(frozen=True, slots=True)
class ErrorMail(Mail):
    """Says that something broke, of what kind and where in the program."""

    kind: str
    place: str

    @property
    def subject(self) -> str:
        """What kind."""
        return _("Ownpath: %(kind)s") % {"kind": self.kind}

    @property
    def lines(self) -> list[str]:
        """Where, and what more there is to know."""
        return [
            _("Something broke: %(kind)s") % {"kind": self.kind},
            _("Where: %(place)s") % {"place": self.place},
            _("The log has the times. No more of this kind will be mailed for an hour."),
        ]


def put(kind: str, place: str) -> None:
    """Have it mailed by a thread: whatever broke may have broken the database for this request."""
    _waiting.put((kind, place))
    if settings.MAIL_IN_BACKGROUND:
        _posting.wake()


def mail_what_waits() -> None:
    """Mail each kind that was not mailed in the last hour, by whichever process."""
    while True:
        try:
            kind, place = _waiting.get_nowait()
        except Empty:
            return
        if _is_first(kind, place):
            for address in settings.ADMINS:
                ErrorMail(to=str(address), kind=kind, place=place).send_after_commit()


def _is_first(kind: str, place: str) -> bool:
    key, now = sha256(f"{kind} {place}".encode()).hexdigest(), clock.now()
    if ErrorReport.objects.filter(pk=key, mailed_at__lte=now - AN_HOUR).update(mailed_at=now):
        return True
    try:
        with transaction.atomic():
            ErrorReport.objects.create(fault=key, mailed_at=now)
    except IntegrityError:
        return False
    return True


_posting = Posting(mail_what_waits)
