"""Gunicorn's worker with threads, but a thread is given a request only once all of it has come in.

So whoever sends a byte a second, on purpose or on a bad line, holds a socket and nothing else. TLS is the proxy's.
"""

import errno
import selectors
from functools import partial
from http import HTTPStatus
from time import monotonic
from typing import Any

from gunicorn.http.parser import RequestParser
from gunicorn.workers.gthread import TConn, ThreadWorker

from .incoming import Incoming, Verdict

HEAD_WITHIN = 15
"""Seconds, for all of a head, and for what is idle."""
BODY_WITHIN, LEAST_A_SECOND = 30, 4096
"""Seconds for a body, and for each so many bytes of it one more."""
MOST_HELD = 96 * 1024 * 1024
"""Bytes of requests that are not whole yet, in one process."""


class Given:
    """What gunicorn's parser reads from as if it were a socket: the whole request, and never the network."""

    def __init__(self) -> None:
        self._bytes, self._at = b"", 0

    def feed(self, request: bytes) -> None:
        """The next request; what was left of the last is gone."""
        self._bytes, self._at = request, 0

    def recv(self, size: int) -> bytes:
        """The next bytes; empty at the end."""
        some = self._bytes[self._at : self._at + size]
        self._at += len(some)
        return some


class WholeParser(RequestParser):
    """Gunicorn's parser of a request that is whole already."""

    def finish_body(self, *_args: Any, **_limits: Any) -> bool:
        """Pass over what the program did not read. No limit is needed: none of it has to be waited for."""
        return bool(super().finish_body())


class PatientWorker(ThreadWorker):
    """Collects requests in its main loop, beside those that its threads answer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._collecting: dict[TConn, Incoming] = {}

    def accept(self, listener: Any) -> None:
        """A new connection."""
        try:
            sock, address = listener.accept()
        except OSError as fault:
            if fault.errno not in (errno.EAGAIN, errno.ECONNABORTED, errno.EWOULDBLOCK):
                raise
            return
        self.nr_conns += 1
        conn = TConn(self.cfg, sock, address, listener.getsockname())
        conn.given = Given()
        conn.parser = WholeParser(self.cfg, conn.given, address)
        conn.initialized = True
        self._collect(conn)

    def on_client_socket_readable(self, conn: TConn, client: Any) -> None:
        """The next request on a connection that was kept."""
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self._collect(conn)

    def handle(self, conn: TConn) -> Any:
        """Answer, in a thread; where more than one request was sent at once, the others must be sent again."""
        return super().handle(conn) and not conn.has_more

    def murder_pending(self) -> None:
        """Let go of what comes in too slowly; while stopping, of what has not begun."""
        super().murder_pending()
        now = monotonic()
        for conn, incoming in list(self._collecting.items()):
            if conn.timeout <= now or not (self.alive or incoming):
                self._refuse(conn, HTTPStatus.REQUEST_TIMEOUT if incoming else None)

    def _collect(self, conn: TConn) -> None:
        self._collecting[conn] = Incoming()
        conn.timeout = monotonic() + HEAD_WITHIN
        conn.sock.setblocking(False)
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self._on_bytes, conn))

    def _on_bytes(self, conn: TConn, _client: Any) -> None:
        try:
            more = conn.sock.recv(256 * 1024)
        except BlockingIOError:
            return
        except OSError:
            more = b""
        if not more:
            self._refuse(conn, None)
            return
        incoming = self._collecting[conn]
        had_head = incoming.length is not None
        verdict = incoming.add(more)
        if verdict == Verdict.WHOLE:
            self._give_to_a_thread(conn, incoming)
        elif verdict != Verdict.MORE:
            self._refuse(conn, HTTPStatus(verdict))
        elif sum(map(len, self._collecting.values())) > MOST_HELD:
            self._refuse(conn, HTTPStatus.SERVICE_UNAVAILABLE)
        elif not had_head and incoming.length is not None:
            conn.timeout = monotonic() + BODY_WITHIN + incoming.length / LEAST_A_SECOND
            if incoming.expects_to_be_asked:
                self._send(conn, b"HTTP/1.1 100 Continue\r\n\r\n")

    def _give_to_a_thread(self, conn: TConn, incoming: Incoming) -> None:
        self._let_go(conn)
        conn.has_more = incoming.has_more
        conn.given.feed(incoming.whole)
        self.enqueue_req(conn)

    def _refuse(self, conn: TConn, status: HTTPStatus | None) -> None:
        self._let_go(conn)
        if status is not None:
            words = f"{status.phrase}. Nothing was changed.".encode()
            head = f"HTTP/1.1 {status} {status.phrase}\r\nContent-Type: text/plain\r\nContent-Length: {len(words)}\r\n"
            self._send(conn, head.encode() + b"Connection: close\r\n\r\n" + words)
        self.nr_conns -= 1
        conn.close()

    def _let_go(self, conn: TConn) -> None:
        del self._collecting[conn]
        self.poller.unregister(conn.sock)

    @staticmethod
    def _send(conn: TConn, answer: bytes) -> None:
        try:
            conn.sock.send(answer)
        except OSError:
            return  # they are gone, or do not listen
