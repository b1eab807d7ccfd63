"""Whether a PostgreSQL server is there: it says a byte to whoever asks, before anybody has signed in."""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from time import monotonic

from psycopg import OperationalError

_ANSWERS_WITHIN = 0.5
_ASKED_AGAIN_AFTER = 0.25
# "May we speak in secret?", to which every server says yes or no.
_QUESTION = struct.pack("!ii", 8, 80877103)


def is_there(host: str, port: int) -> bool:
    """Whether the server answers within half a second. One without a name is on this machine and taken to be there."""
    if not host:
        return True
    try:
        with _reached(host, port) as server:
            server.sendall(_QUESTION)
            return bool(server.recv(1))
    except OSError:
        return False


def _reached(host: str, port: int) -> socket.socket:
    if not host.startswith("/"):
        return socket.create_connection((host, port), timeout=_ANSWERS_WITHIN)
    server = socket.socket(socket.AF_UNIX)
    server.settimeout(_ANSWERS_WITHIN)
    server.connect(f"{host}/.s.PGSQL.{port}")
    return server


class Presence:
    """What the threads of a process know about the server. While it is away one of them tries to connect, a few times
    a second; the others are told at once.
    """

    def __init__(self) -> None:
        self.is_away = False
        self._tried_again_from = 0.0
        self._trying = Lock()

    @contextmanager
    def trying(self) -> Iterator[None]:
        """Around an attempt to connect; raises `OperationalError` where it would be for nothing."""
        is_alone = self.is_away and self._trying.acquire(blocking=False)
        if self.is_away and not is_alone:
            raise OperationalError("The server is away.")
        try:
            if is_alone and monotonic() < self._tried_again_from:
                raise OperationalError("The server is away.")
            try:
                yield
            except BaseException:
                self.is_away = True
                self._tried_again_from = monotonic() + _ASKED_AGAIN_AFTER
                raise
            self.is_away = False
        finally:
            if is_alone:
                self._trying.release()
