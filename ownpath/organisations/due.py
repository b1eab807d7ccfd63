"""Work that is due without anybody pressing anything: a reminder, or an ask that nobody answered in time.

A room declares it in its `tasks.py`. It must be safe to repeat: it looks at what is due now, does it, and notes that
it was done in the same transaction.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Protocol

from ownpath.core import heartbeats, late_looks
from ownpath.core.actor import Actor, system
from ownpath.core.expiring import end_what_expired
from ownpath.core.heartbeats import Of
from ownpath.core.outbox import deliver

from . import row_security
from .models import Authority

logger = logging.getLogger(__name__)


class DueWork(Protocol):
    """One kind of due work, as the system at one authority."""

    __name__: str

    def __call__(self, *, actor: Actor) -> object:
        """Do what is due now."""


_declared: list[DueWork] = []


def due_work[W: DueWork](work: W) -> W:
    """Declare a function: `do_due_work` calls it for every authority, again and again."""
    _declared.append(work)
    return work


EVERY = timedelta(minutes=1)


def do_due_work_in_turn() -> None:
    """Do what is due unless somebody else began within the last minute: for servers of which several are asking."""
    if heartbeats.claim(Of.DUE_WORK_BEGUN, every=EVERY):
        do_due_work()


def do_due_work() -> int:
    """End what was kept for a time only, send mail that waits, and do all that is due at every authority; returns how
    many pieces failed. One that fails stops no other; where none failed, the health page knows it. Several may do it at
    once: each thing is done by one.
    """
    failed = sum(not _is_done(work) for work in (end_what_expired, bring_in_late_looks, deliver))
    for authority_id in Authority.objects.order_by("pk").values_list("pk", flat=True):
        with row_security.only(authority_id):
            failed += sum(not _is_done(work, actor=system(authority_id)) for work in _declared)
    if not failed:
        heartbeats.beat(Of.DUE_WORK)
    return failed


def bring_in_late_looks() -> None:
    """Make rows of the looks that the database could not take when they happened."""
    with row_security.everything(reason="Each look names its own authority."):
        late_looks.bring_in()


def _is_done(work: Callable[..., object], **given: Actor) -> bool:
    try:
        work(**given)
    except Exception:
        # Told by its name alone: the exception's own words may hold what is in a record.
        logger.error("%s failed and will be tried again.", getattr(work, "__name__", "due work"))
        return False
    return True
