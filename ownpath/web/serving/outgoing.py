"""A connection as a thread writes to it: what a slow reader does not take yet is held, and no thread waits for it."""

import errno
import select
import socket
from time import monotonic
from typing import Any

MOST_WAITING = 512 * 1024
"""Bytes of one answer that are held; of a longer one, such as a whole record, the thread makes more as these go."""
TAKEN_WITHIN, LEAST_A_SECOND = 30, 4096
"""Seconds for an answer to be taken, and for each so many bytes of it one more."""


class Outgoing:
    """The socket; `sendall` comes back although not all was taken, and `waiting` is what is left."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self.waiting = bytearray()
        self.begin()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)

    def begin(self) -> None:
        """The next answer begins."""
        self._began, self._size = monotonic(), 0

    @property
    def timeout(self) -> float:
        """Until when all that was written so far must have been taken."""
        return self._began + TAKEN_WITHIN + self._size / LEAST_A_SECOND

    def sendall(self, content: bytes) -> None:
        """Send, or hold. Raises `BrokenPipeError` where too little is taken."""
        self._size += len(content)
        self.waiting += content
        self.send_some()
        while len(self.waiting) > MOST_WAITING:
            if not select.select([], [self._sock], [], max(0.0, self.timeout - monotonic()))[1]:
                raise BrokenPipeError(errno.EPIPE, "It is read too slowly.")
            self.send_some()

    def send_some(self) -> None:
        """Send as much as is taken now."""
        try:
            while self.waiting:
                del self.waiting[: self._sock.send(self.waiting[:65536], socket.MSG_DONTWAIT)]
        except BlockingIOError:
            return
