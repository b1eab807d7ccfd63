"""Ids that cannot be guessed and sort by the time they were made."""

import secrets
import threading
import time
from uuid import UUID

_ticking = threading.Lock()
_latest = 0


def new_id() -> UUID:
    """A UUID of version 7 (RFC 9562, section 6.2, method 3).

    48 bits of milliseconds, 12 bits of fractions of one, then 62 random bits. Within one process each id sorts after
    the one before, also when both were made in the same moment.
    """
    moment = _next_moment()
    value = (moment >> 12) << 80 | 0x7 << 76 | (moment & 0xFFF) << 64 | 0x2 << 62 | secrets.randbits(62)
    return UUID(int=value)


def _next_moment() -> int:
    """Milliseconds and their 4,096ths as one number, always later than the one before."""
    global _latest
    with _ticking:
        _latest = max((time.time_ns() << 12) // 1_000_000, _latest + 1)
        return _latest
