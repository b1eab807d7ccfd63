"""Requests as the network brings them: slow, too large, in two minds about their end; with and without a proxy."""

import json
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from typing import Any

import pytest
from django.template import engines

from ownpath.web.preloading import preload
from ownpath.web.serving.incoming import MOST_BODY, MOST_HEAD, Incoming, Verdict
from ownpath.web.serving.outgoing import Outgoing
from tests.web.echo import LARGE

ROOT = Path(__file__).parent.parent.parent
BIN = Path(sys.executable).parent
HEAD = b"POST / HTTP/1.1\r\nHost: a\r\n"

type Connect = Callable[[], HTTPConnection]


def test_request_is_whole_however_it_is_cut() -> None:
    request = HEAD + b"Content-Length: 5\r\n\r\nhello"
    incoming = Incoming()

    verdicts = [incoming.add(request[at : at + 1]) for at in range(len(request))]

    assert verdicts == [Verdict.MORE] * (len(request) - 1) + [Verdict.WHOLE]
    assert (incoming.whole, incoming.has_more) == (request, False)


def test_what_comes_after_a_request_is_no_part_of_it() -> None:
    incoming = Incoming()

    assert incoming.add(b"GET / HTTP/1.1\r\n\r\nGET /other HTTP/1.1\r\n\r\n") == Verdict.WHOLE
    assert (incoming.whole, incoming.has_more) == (b"GET / HTTP/1.1\r\n\r\n", True)


@pytest.mark.parametrize(
    ("sent", "verdict"),
    [
        (HEAD + b"Content-Length: 5\r\nContent-Length: 5\r\n\r\n", Verdict.MALFORMED),
        (HEAD + b"Content-Length: 5\r\ncontent-length : 6\r\n\r\n", Verdict.MALFORMED),
        (HEAD + b"Content-Length: +5\r\n\r\n", Verdict.MALFORMED),
        (HEAD + b"Content-Length: 5, 5\r\n\r\n", Verdict.MALFORMED),
        (HEAD + b"Content-Length: 0x5\r\n\r\n", Verdict.MALFORMED),
        (HEAD + b"Content-Length: \r\n\r\n", Verdict.MALFORMED),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", Verdict.LENGTH_REQUIRED),
        (HEAD + b"Content-Length: 5\r\nTransfer-Encoding: x\r\n\r\n", Verdict.LENGTH_REQUIRED),
        (HEAD + b"Content-Length: %d\r\n\r\n" % (MOST_BODY + 1), Verdict.TOO_LARGE),
        (HEAD + b"X: " + b"x" * MOST_HEAD, Verdict.HEAD_TOO_LARGE),
        (HEAD + b"X: " + b"x" * MOST_HEAD + b"\r\n\r\n", Verdict.HEAD_TOO_LARGE),
    ],
)
def test_request_with_a_doubtful_end_is_refused(sent: bytes, verdict: Verdict) -> None:
    assert Incoming().add(sent) == verdict


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


@contextmanager
def running(command: Sequence[object], connect: Connect, folder: Path) -> Iterator[None]:
    """A server that answers, until it is no longer needed."""
    errors = (folder / "errors").open("w+")
    process = subprocess.Popen(
        [str(part) for part in command], cwd=ROOT, stdout=errors, stderr=errors, start_new_session=True
    )
    try:
        while asked(connect) is None:
            assert process.poll() is None, (folder / "errors").read_text()
            time.sleep(0.05)
        yield
    finally:
        os.killpg(process.pid, signal.SIGKILL)  # its workers too
        process.wait()
        errors.close()


def asked(
    connect: Connect, method: str = "GET", body: bytes | None = None, path: str = "/some/page/", **headers: str
) -> Any:
    """Status, and what the program saw; None where nothing answers."""
    connection = connect()
    try:
        connection.request(method, path, body, {name.replace("_", "-"): headers[name] for name in headers})
        response = connection.getresponse()
        text = response.read()
        return response.status, json.loads(text) if response.status == 200 else text
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Our worker, with two threads."""
    port = free_port()
    worker = "--worker-class ownpath.web.serving.worker.PatientWorker --workers 1 --threads 2 --no-control-socket"
    command = [BIN / "gunicorn", *worker.split(), "--bind", f"127.0.0.1:{port}", "tests.web.echo"]
    with running(command, lambda: HTTPConnection("127.0.0.1", port, timeout=10), tmp_path_factory.mktemp("worker")):
        yield port


@contextmanager
def nginx(port: int, backend: int, folder: Path) -> Iterator[Connect]:
    sample = (ROOT / "deploy/nginx.conf").read_text()
    sample = sample.replace("127.0.0.1:8000", f"127.0.0.1:{backend}").replace("/etc/ssl/ownpath", str(folder))
    sample = sample.replace("listen 443", f"listen 127.0.0.1:{port}").replace("listen 80", f"listen unix:{folder}/80")
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log stderr; events {{}} http {{ client_body_temp_path {folder}/body;"
        f" proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u;"
        f" scgi_temp_path {folder}/s; {sample} }}"
    )
    connect = secure(port)
    with running(["nginx", "-c", folder / "nginx.conf", "-p", folder], connect, folder):
        yield connect


@contextmanager
def caddy(port: int, backend: int, folder: Path) -> Iterator[Connect]:
    sample = (ROOT / "deploy/Caddyfile").read_text().replace("127.0.0.1:8000", f"127.0.0.1:{backend}")
    sample = sample.replace("{\n\tservers", "{\n\tadmin off\n\tauto_https disable_redirects\n\tservers", 1)
    ours = f"https://localhost:{port} {{\n\ttls {folder}/fullchain.pem {folder}/key.pem"
    (folder / "Caddyfile").write_text(sample.replace("ownpath.example.gov.uk {", ours))
    connect = secure(port)
    with running(["caddy", "run", "--config", folder / "Caddyfile", "--adapter", "caddyfile"], connect, folder):
        yield connect


def secure(port: int) -> Connect:
    """Connections by TLS, to a certificate that nobody vouches for."""
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return lambda: HTTPSConnection("localhost", port, timeout=10, context=context)


@pytest.fixture(params=["no proxy", nginx, caddy], ids=["no proxy", "nginx", "caddy"])
def connect(request: pytest.FixtureRequest, port: int, tmp_path: Path) -> Iterator[Connect]:
    """How to reach our worker: straight, and through each proxy that is on this machine."""
    if request.param == "no proxy":
        yield lambda: HTTPConnection("127.0.0.1", port, timeout=10)
        return
    if not (shutil.which(request.param.__name__) and shutil.which("openssl")):
        pytest.skip("It is not on this machine.")
    made_up = f"-x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout {tmp_path}/key.pem"
    command = ["openssl", "req", *made_up.split(), "-out", f"{tmp_path}/fullchain.pem"]
    subprocess.run(command, check=True, capture_output=True)
    with request.param(free_port(), port, tmp_path) as connect:
        yield connect


def test_thirty_slow_visitors_stop_nobody_else(connect: Connect) -> None:
    begun = [HEAD, HEAD + b"Content-Length: 90\r\n\r\nhalf"]
    with ExitStack() as open_until_the_end:
        for number in range(30):
            visitor = connect()
            open_until_the_end.callback(visitor.close)
            visitor.connect()
            visitor.sock.sendall(begun[number % 2])

        statuses = [asked(connect, "POST", b"words")[0] for _each in range(5)]

        assert statuses == [200] * 5


def test_thirty_who_never_close_stop_nobody_else(port: int) -> None:
    with ExitStack() as open_until_the_end:
        for _each in range(30):
            visitor = open_until_the_end.enter_context(socket.create_connection(("127.0.0.1", port)))
            visitor.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")

        straight = partial(HTTPConnection, "127.0.0.1", port, timeout=10)
        assert [asked(straight, "POST", b"words")[0] for _each in range(5)] == [200] * 5


def test_what_is_not_read_yet_waits_without_its_thread() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        outgoing = Outgoing(ours)

        outgoing.sendall(LARGE)  # comes back, though the socket takes only part of it
        assert 0 < len(outgoing.waiting) < len(LARGE)

        read = bytearray()
        while len(read) < len(LARGE):
            read += theirs.recv(65536)
            outgoing.send_some()
        assert bytes(read) == LARGE
        assert not outgoing.waiting


def test_answer_that_is_read_late_is_whole(port: int) -> None:
    straight = partial(HTTPConnection, "127.0.0.1", port, timeout=10)
    connection = straight()
    connection.connect()
    connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
    for _each in range(2):
        connection.request("GET", "/large/")
        assert asked(straight) is not None
        assert connection.getresponse().read() == LARGE
    connection.close()


def test_what_must_answer_at_once_waits_for_nobody(port: int) -> None:
    straight = partial(HTTPConnection, "127.0.0.1", port, timeout=30)
    with ThreadPoolExecutor() as others:
        busy = [others.submit(asked, straight, path="/busy/") for _each in range(2)]
        while asked(straight, "POST", path="/leave/")[1]["busy"] < 2:
            time.sleep(0.01)
        assert asked(straight, path="/health/")[0] == 200

        assert [each.result() for each in busy] == [(200, {"was_let_go": True})] * 2


def test_large_honest_body_arrives_whole_and_a_larger_one_is_refused(connect: Connect) -> None:
    assert asked(connect, "POST", b"x" * 11_000_000)[1]["length"] == 11_000_000

    refused = asked(connect, "POST", b"x" * (MOST_BODY + 1))
    assert refused is None or refused[0] in {413, 502}


def test_what_a_visitor_says_of_the_way_they_came_is_not_believed(connect: Connect) -> None:
    if isinstance(connect(), HTTPSConnection):
        forged = {
            "X_Forwarded_For": "198.51.100.7",
            "X_Forwarded_Host": "evil.example",
            "Forwarded": "for=198.51.100.7",
        }
        seen = asked(connect, **forged, X_Forwarded_Proto="http", X_Real_IP="198.51.100.7")[1]

        assert seen["HTTP_X_FORWARDED_FOR"] in {"127.0.0.1", "::1"}
        assert seen["HTTP_X_FORWARDED_PROTO"] == "https"
        assert seen["HTTP_HOST"] == "localhost"
        assert "198.51.100.7" not in str(seen)
        assert "evil.example" not in str(seen)


def test_connection_is_kept_for_the_next_request(port: int) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    sent = [("/", 3, 3), ("/", 700_000, 700_000), ("/unread/", 2_700_000, None), ("/", 0, 0)]
    sockets = set()
    for path, length, read in sent:
        connection.request("POST", path, b"x" * length)
        sockets.add(connection.sock)
        assert json.loads(connection.getresponse().read())["length"] == read
    connection.close()

    assert len(sockets) == 1


def test_no_visitor_waits_for_a_template_to_be_read() -> None:
    pages = engines["jinja2"].env
    pages.cache.clear()

    preload()

    read = {name for _loader, name in pages.cache.keys()}  # noqa: SIM118 - it is no dict
    assert {"my/home.html", "staff/overview.html", "paper/paper.html", "errors/not_found.html"} <= read
