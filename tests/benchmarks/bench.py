"""The bench: databases of three sizes in a folder of their own, and the real server on the demonstration's."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from socket import create_server
from tempfile import TemporaryDirectory
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent.parent
BIN = Path(sys.executable).parent
STARTS_WITHIN = 30


class Database:
    """One database, and how many seconds it took to load it."""

    def __init__(self, file: Path, *options: str) -> None:
        self.url = f"sqlite:///{file}"
        self.manage("collectstatic", "--noinput", "--verbosity", "0")  # no page is drawn without its style sheet
        self.manage("migrate", "--verbosity", "0")
        self.seconds = self.manage("seed_demo", *options)

    @property
    def environment(self) -> dict[str, str]:
        """What a process must be told to work on this database."""
        return os.environ | {"DATABASE_URL": self.url, "DJANGO_SETTINGS_MODULE": "ownpath.settings.demo"}

    def manage(self, *command: str) -> float:
        """Run a command of manage.py on this database; returns its seconds."""
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=self.environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        return time.perf_counter() - began

    @cached_property
    def asked(self) -> dict[str, Any]:
        """What the pages ask this database: see `asking`."""
        command = [sys.executable, "-m", "tests.benchmarks.asking"]
        answer = subprocess.run(command, cwd=ROOT, env=self.environment, check=True, stdout=subprocess.PIPE)
        found: dict[str, Any] = json.loads(answer.stdout)
        return found


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    address: str
    process_id: int

    @property
    def process_ids(self) -> list[int]:
        """The arbiter and its workers."""
        children = Path(f"/proc/{self.process_id}/task/{self.process_id}/children").read_text().split()
        return [self.process_id, *map(int, children)]


class Bench:
    """Makes what the figures need when the first of them asks for it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._server: subprocess.Popen[bytes] | None = None

    @cached_property
    def demonstration(self) -> Database:
        """The two authorities that `make run` shows."""
        return Database(self.folder / "demonstration.sqlite3")

    @cached_property
    def small(self) -> Database:
        """25 people, and 150 other authorities."""
        return Database(self.folder / "small.sqlite3", "--people", "25", "--authorities", "151")

    @cached_property
    def large(self) -> Database:
        """5,000 people, and 150 other authorities."""
        return Database(self.folder / "large.sqlite3", "--people", "5000", "--authorities", "151")

    @cached_property
    def sessions(self) -> dict[str, list[str]]:
        """Session keys of people of the demonstration, by role."""
        sessions: dict[str, list[str]] = self.demonstration.asked["sessions"]
        return sessions

    @cached_property
    def server(self) -> Server:
        """The server as `make run` starts it, on the demonstration."""
        with create_server(("127.0.0.1", 0)) as listening:
            port = listening.getsockname()[1]
        command = [BIN / "gunicorn", "--config", "scripts/server.py", "--bind", f"127.0.0.1:{port}", "ownpath.wsgi"]
        self._server = subprocess.Popen(
            command, cwd=ROOT, env=self.demonstration.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/health/")
        return Server(address, self._server.pid)

    def clear(self) -> None:
        """Stop the server."""
        if self._server is not None:
            self._server.terminate()
            self._server.wait(STARTS_WITHIN)


@contextmanager
def bench() -> Iterator[Bench]:
    """A bench that is cleared away afterwards."""
    with TemporaryDirectory(prefix="ownpath-bench-") as folder:
        made = Bench(Path(folder))
        try:
            yield made
        finally:
            made.clear()


def _wait_for(address: str) -> None:
    for _try in range(STARTS_WITHIN * 10):
        try:
            urlopen(address, timeout=5).close()
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(address)
