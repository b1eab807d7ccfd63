"""Django's backend for PostgreSQL, whose connections find out soon that the server does not answer.

A server that was stopped refuses; one that is cut off, frozen or drowning says nothing at all. Whoever waits asks now
and then whether it is still there, and lets go when it is not.
"""

from collections.abc import Callable
from typing import Any

from django.db.backends.postgresql import base
from psycopg import OperationalError
from psycopg.errors import _WaitTimeout

from .presence import Presence, is_there

WAITS = 0.4
"""Seconds that an answer may take before one asks whether the server is still there."""

_presence = Presence()


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection of one thread, kept from request to request."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect; raises `OperationalError` soon where the server is away, and at once where that is known."""
        with _presence.trying():
            if not self._is_there():
                raise OperationalError("The server does not answer.")
            connection = super().get_new_connection(conn_params)
        connection.wait = self._while_it_is_there(connection)
        return connection

    def is_usable(self) -> bool:
        """Whether the connection kept since the last request still works."""
        return not _presence.is_away and super().is_usable()

    def _is_there(self) -> bool:
        return is_there(self.settings_dict["HOST"], int(self.settings_dict["PORT"] or 5432))

    def _while_it_is_there(self, connection: Any) -> Callable[..., Any]:
        usual = connection.wait

        def wait(gen: Any, interval: float = WAITS, timeout: float | None = None) -> Any:
            if timeout is not None:
                return usual(gen, interval, timeout)
            while True:
                try:
                    return usual(gen, interval, WAITS)
                except _WaitTimeout:
                    if _presence.is_away or not self._is_there():
                        _presence.is_away = True
                        connection.pgconn.finish()
                        raise OperationalError("The server no longer answers.") from None

        return wait
