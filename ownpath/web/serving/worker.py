"""Gunicorn's worker with threads, but a thread is given a request only once all of it has come in, and its answer is
taken off its hands.

So whoever sends or reads a byte a second, on purpose or on a bad line, holds a socket and nothing else. TLS is the
proxy's.
"""

import errno
import selectors
import socket
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from time import monotonic
from typing import Any

from gunicorn.http.parser import RequestParser
from gunicorn.workers.gthread import TConn, ThreadWorker

from .incoming import Incoming, Verdict
from .outgoing import Outgoing

HEAD_WITHIN = 15
"""Seconds, for all of a head, and for what is idle."""
BODY_WITHIN, LEAST_A_SECOND = 30, 4096
"""Seconds for a body, and for each so many bytes of it one more."""
MOST_HELD = 96 * 1024 * 1024
"""Bytes of requests that are not whole yet, in one process; and as many of answers that nobody has read."""
LINGERS = 2
"""Seconds that whoever was answered has to close the connection: closed at once, they might not get the last words."""
AT_ONCE = (b"/leave/", b"/my/help/", b"/health/")
"""What has three threads of its own, so that it never waits for others that wait for the database."""


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
        self.cfg.set("sendfile", False)  # it would go past `Outgoing`
        self._collecting: dict[TConn, Incoming] = {}
        self._being_read: set[TConn] = set()
        self._leaving: set[TConn] = set()

    def get_thread_pool(self) -> Any:
        """Its threads."""
        self._at_once = ThreadPoolExecutor(max_workers=3)
        return super().get_thread_pool()

    def accept(self, listener: Any) -> None:
        """A new connection."""
        try:
            sock, address = listener.accept()
        except OSError as fault:
            if fault.errno not in (errno.EAGAIN, errno.ECONNABORTED, errno.EWOULDBLOCK):
                raise
            return
        self.nr_conns += 1
        conn = TConn(self.cfg, Outgoing(sock), address, listener.getsockname())
        conn.given = Given()
        conn.parser = WholeParser(self.cfg, conn.given, address)
        conn.initialized = True
        self._collect(conn)

    def on_client_socket_readable(self, conn: TConn, client: Any) -> None:
        """The next request on a connection that was kept."""
        self.poller.unregister(client)
        self.keepalived_conns.remove(conn)
        self._collect(conn)

    def enqueue_req(self, conn: TConn) -> None:
        """Have it answered."""
        threads = self._at_once if conn.is_urgent else self.tpool
        answered = threads.submit(self.handle, conn)
        answered.add_done_callback(lambda done: self.method_queue.defer(self.finish_request, conn, done))

    def handle(self, conn: TConn) -> Any:
        """Answer, in a thread; where more than one request was sent at once, the others must be sent again."""
        conn.sock.begin()
        return super().handle(conn) and not conn.has_more

    def finish_request(self, conn: TConn, fs: Future[Any]) -> None:
        """It was answered: wait until the answer is read, then for the next request or until they close."""
        if conn.sock.waiting:
            self._wait_for_reader(conn, fs)
        elif not fs.cancelled() and fs.exception() is None and fs.result():
            super().finish_request(conn, fs)
        else:
            self._linger(conn)

    def murder_pending(self) -> None:
        """Let go of what comes in or is read too slowly; while stopping, of what has not begun."""
        super().murder_pending()
        now = monotonic()
        for conn in [conn for conn in self._being_read | self._leaving if conn.timeout <= now]:
            self._close(conn)
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
        conn.is_urgent = incoming.path in AT_ONCE
        conn.given.feed(incoming.whole)
        self.enqueue_req(conn)

    def _refuse(self, conn: TConn, status: HTTPStatus | None) -> None:
        self._let_go(conn)
        if status is not None:
            words = f"{status.phrase}. Nothing was changed.".encode()
            head = f"HTTP/1.1 {status} {status.phrase}\r\nContent-Type: text/plain\r\nContent-Length: {len(words)}\r\n"
            self._send(conn, head.encode() + b"Connection: close\r\n\r\n" + words)
        self._linger(conn)

    def _wait_for_reader(self, conn: TConn, answered: Future[Any]) -> None:
        conn.sock.setblocking(False)
        conn.timeout = conn.sock.timeout
        self._being_read.add(conn)
        self.poller.register(conn.sock, selectors.EVENT_WRITE, partial(self._on_room, conn, answered))
        if sum(len(each.sock.waiting) for each in self._being_read) > MOST_HELD:
            self._close(conn)

    def _on_room(self, conn: TConn, answered: Future[Any], _client: Any) -> None:
        try:
            conn.sock.send_some()
        except OSError:
            self._close(conn)
            return
        if not conn.sock.waiting:
            self._being_read.remove(conn)
            self.poller.unregister(conn.sock)
            self.finish_request(conn, answered)

    def _linger(self, conn: TConn) -> None:
        conn.timeout = monotonic() + LINGERS
        self._leaving.add(conn)
        try:
            conn.sock.setblocking(False)
            conn.sock.shutdown(socket.SHUT_WR)
            self.poller.register(conn.sock, selectors.EVENT_READ, partial(self._on_last_bytes, conn))
        except (OSError, ValueError):
            self._close(conn)

    def _on_last_bytes(self, conn: TConn, _client: Any) -> None:
        try:
            is_over = not conn.sock.recv(256 * 1024)
        except BlockingIOError:
            return
        except OSError:
            is_over = True
        if is_over:
            self._close(conn)

    def _close(self, conn: TConn) -> None:
        self._being_read.discard(conn)
        self._leaving.discard(conn)
        with suppress(KeyError, ValueError):  # it never got into the poller, or its socket is broken
            self.poller.unregister(conn.sock)
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
