"""How long somebody waits for the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from django.db import InterfaceError, InternalError, OperationalError, connection, connections

AWAY = (OperationalError, InterfaceError, InternalError)
"""Faults of a database that is away, busy, full or may only be read, not of a program."""
BRIEFLY = 250
"""Milliseconds."""
_LOCK, _STATEMENT = 700, 15_000


def let_nobody_wait_long() -> None:
    """For a server of pages, on PostgreSQL: who waits for somebody else's lock, or for an answer, is told after a time.
    Commands take the time that they need.
    """
    if connection.vendor == "postgresql":
        limits = f"-c lock_timeout={_LOCK} -c statement_timeout={_STATEMENT}"
        connections.settings["default"]["OPTIONS"]["options"] = limits


@contextmanager
def briefly() -> Iterator[None]:
    """Within the block nobody waits long for their turn to write on SQLite, where there is one writer at a time; what
    cannot be written so soon raises `OperationalError`. PostgreSQL's limit on locks is short anyhow.
    """
    if connection.vendor != "sqlite":
        yield
        return
    connection.ensure_connection()
    usual = round(connection.settings_dict["OPTIONS"]["timeout"] * 1000)
    _wait_at_most(BRIEFLY)
    try:
        yield
    finally:
        _wait_at_most(usual)


def _wait_at_most(milliseconds: int) -> None:
    # Not by a cursor of Django's, which refuses within a transaction that failed.
    if connection.connection is not None:
        cast("Any", connection.connection).execute(f"PRAGMA busy_timeout = {milliseconds:d}")
