"""Work that is due without anybody pressing anything: a reminder, or an ask that nobody answered in time.

A room declares it in its `tasks.py`. It must be safe to repeat: it looks at what is due now, does it, and notes that
it was done in the same transaction.
"""

import logging
from collections.abc import Callable
from typing import Protocol

from ownpath.core.actor import Actor, system
from ownpath.core.expiring import end_what_expired
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


def do_due_work() -> int:
    """End what was kept for a time only, send mail that waits, and do all that is due at every authority; returns how
    many pieces failed. One that fails stops no other.
    """
    failed = sum(not _is_tried(each) for each in (end_what_expired, deliver))
    for authority_id in Authority.objects.order_by("pk").values_list("pk", flat=True):
        with row_security.only(authority_id):
            failed += sum(not _is_done(work, system(authority_id)) for work in _declared)
    return failed


def _is_tried(work: Callable[[], object]) -> bool:
    try:
        work()
    except Exception:
        logger.error("%s failed and will be tried again.", work.__name__)
        return False
    return True


def _is_done(work: DueWork, actor: Actor) -> bool:
    try:
        work(actor=actor)
    except Exception:
        # Told by its name alone: the exception's own words may hold what is in a record.
        logger.error("%s failed and will be tried again.", work.__name__)
        return False
    return True
