"""How long somebody waits for the database."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import InterfaceError, InternalError, OperationalError, connection

AWAY = (OperationalError, InterfaceError, InternalError)
"""Faults of a database that is away, busy, full or may only be read, not of a program."""
BRIEFLY = 250
"""Milliseconds."""


@contextmanager
def briefly() -> Iterator[None]:
    """Within the block nobody waits long for their turn to write on SQLite, where there is one writer at a time; what
    cannot be written so soon raises `OperationalError`.
    """
    if connection.vendor != "sqlite":
        yield
        return
    usual = round(connection.settings_dict["OPTIONS"]["timeout"] * 1000)
    _wait_at_most(BRIEFLY)
    try:
        yield
    finally:
        _wait_at_most(usual)


def _wait_at_most(milliseconds: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {milliseconds:d}")
