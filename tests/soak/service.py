"""The service under load: a database with the demonstration in it, the real server, and people who are signed in."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from socket import create_server
from urllib.parse import urlsplit, urlunsplit

from .relay import Relay

ROOT = Path(__file__).parent.parent.parent
BIN = Path(sys.executable).parent
STARTS_WITHIN = 60


class Service:
    """A database and the server on it. On PostgreSQL the server reaches the database through a relay of ours."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.relay: Relay | None = None
        given = os.environ.get("DATABASE_URL", "")
        self.own_url = given or f"sqlite:///{folder / 'soak.sqlite3'}"
        self.url = self.own_url
        if self.is_postgres:
            parts = urlsplit(given)
            self.relay = Relay(parts.hostname or "127.0.0.1", parts.port or 5432)
            netloc = parts.netloc.rpartition("@")[0] + f"@127.0.0.1:{self.relay.port}"
            self.url = urlunsplit(parts._replace(netloc=netloc))
        with create_server(("127.0.0.1", 0)) as listening:
            self.port: int = listening.getsockname()[1]
        self.process: subprocess.Popen[bytes] | None = None
        for command in (
            ["collectstatic", "--noinput", "--verbosity", "0"],
            ["migrate", "--verbosity", "0"],
            ["seed_demo"],
        ):
            self.manage(*command)

    @property
    def is_postgres(self) -> bool:
        return self.own_url.startswith("postgres")

    @property
    def database(self) -> str:
        return "PostgreSQL" if self.is_postgres else "SQLite"

    @property
    def environment(self) -> dict[str, str]:
        """What a process must be told to work on this database, through the relay where there is one."""
        return os.environ | {"DATABASE_URL": self.url, "DJANGO_SETTINGS_MODULE": "ownpath.settings.demo"}

    def manage(self, *command: str) -> None:
        """Run a command of manage.py beside the server, straight on the database."""
        subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=self.environment | {"DATABASE_URL": self.own_url},
            check=True,
            stdout=subprocess.DEVNULL,
        )

    def start(self) -> None:
        """Start the server as `make run` does, and come back at once: see `wait`."""
        command = [
            BIN / "gunicorn",
            "--config",
            "scripts/server.py",
            "--bind",
            f"127.0.0.1:{self.port}",
            "ownpath.wsgi",
        ]
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(STARTS_WITHIN)
            self.kill_everything()

    def kill_everything(self) -> None:
        """The machine goes away: every process of the server at once."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def workers(self) -> list[int]:
        """The arbiter's children: workers, and whatever does due work."""
        if self.process is None or self.process.poll() is not None:
            return []
        pid = self.process.pid
        with suppress(FileNotFoundError):
            return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
        return []

    @contextmanager
    def database_away(self) -> Iterator[None]:
        """PostgreSQL cannot be reached, or somebody writes to the SQLite file and does not stop."""
        if self.relay is not None:
            with self.relay.cut():
                yield
            return
        with closing(sqlite3.connect(urlsplit(self.own_url).path[1:], isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            try:
                yield
            finally:
                other.execute("ROLLBACK")


@contextmanager
def running(folder: Path) -> Iterator[Service]:
    """A service that is stopped afterwards."""
    service = Service(folder)
    service.start()
    try:
        yield service
    finally:
        service.stop()
        if service.relay is not None:
            service.relay.close()


def until(answers: Callable[[], bool], seconds: float = STARTS_WITHIN) -> float:
    """Ask until the answer is true; how many seconds it took."""
    began = time.perf_counter()
    while time.perf_counter() - began < seconds:
        if answers():
            return time.perf_counter() - began
        time.sleep(0.02)
    raise TimeoutError("It did not come back.")
