"""What the server does with its two workers: processor time, requests and saves a second, memory."""

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from .bench import Bench, Server
from .figure import figure
from .filling import filled

REQUESTS = 400
SURVEY = "/my/survey/home/"
LIST = "/staff/"
MEGABYTE = 1024


class Visitor:
    """Somebody signed in, on one connection that stays open."""

    def __init__(self, server: Server, session: str) -> None:
        self.connection = HTTPConnection(urlsplit(server.address).netloc, timeout=60)
        self.cookies = {"sessionid": session}

    def asks(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, str]:
        """One request; status and text."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request(method, path, urlencode(form or {}), headers)
        response = self.connection.getresponse()
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        return response.status, response.read().decode()

    def saves(self, path: str, times: int) -> float:
        """Save the form of a page several times, each anew; the seconds that the saves alone took."""
        seconds = 0.0
        for number in range(times):
            _status, page = self.asks("GET", path)
            form = filled(page, words=f"It is warm now, and mine. ({number})")
            began = time.perf_counter()
            status, _text = self.asks("POST", path, form)
            seconds += time.perf_counter() - began
            assert status == 302, f"{path}: {status}"
        return seconds


def visitors(bench: Bench, role: str) -> list[Visitor]:
    """Everybody of a role who is signed in."""
    return [Visitor(bench.server, session) for session in bench.sessions[role]]


def looked_at(bench: Bench, role: str, path: str) -> str:
    """Processor time a request, and requests a second, when all of a role look at one page."""
    people = visitors(bench, role)
    used, seconds = _measured(bench, [lambda who=who: _look(who, path, REQUESTS // len(people)) for who in people])
    return f"{used / REQUESTS * 1000:.1f} ms of processor, {REQUESTS / seconds:.0f} requests a second"


def _look(visitor: Visitor, path: str, times: int) -> None:
    for _time in range(times):
        status, _text = visitor.asks("GET", path)
        assert status == 200, f"{path}: {status}"


def _measured(bench: Bench, tasks: list[Callable[[], object]]) -> tuple[float, float]:
    """Processor seconds of the server and seconds by the clock, while the tasks run at once."""
    before, began = _processor(bench.server), time.perf_counter()
    with ThreadPoolExecutor(len(tasks)) as pool:
        for done in [pool.submit(task) for task in tasks]:
            done.result()
    return _processor(bench.server) - before, time.perf_counter() - began


def _processor(server: Server) -> float:
    ticks = 0
    for process_id in server.process_ids:
        fields = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


@figure("Memory of the server at rest")
def memory(bench: Bench) -> str:
    """The arbiter and two workers after a first request each; what they share is counted once."""
    _measured(bench, [lambda who=who: _look(who, "/health/", 4) for who in visitors(bench, "young_person")])
    resident, shared = _memory(bench.server, "Rss:"), _memory(bench.server, "Pss:")
    return f"{shared:.0f} MB ({resident:.0f} MB where each process counts what they share)"


def _memory(server: Server, kind: str) -> float:
    lines = [line for pid in server.process_ids for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith(kind)) / MEGABYTE


@figure("Survey page, served by 2 workers")
def survey_page(bench: Bench) -> str:
    """Eight young people looking at once."""
    return looked_at(bench, "young_person", SURVEY)


@figure("Adviser's list, served by 2 workers")
def advisers_list(bench: Bench) -> str:
    """Eight advisers looking at once."""
    return looked_at(bench, "adviser", LIST)


@figure("Survey saves, each committed")
def saves(bench: Bench) -> str:
    """Eight young people saving at once, each save a form of its own. SQLite: in its log at once, synced with it."""
    people, times = visitors(bench, "young_person"), 25
    with ThreadPoolExecutor(len(people)) as pool:
        seconds = list(pool.map(lambda who: who.saves(SURVEY, times), people))
    return f"{len(people) * times / max(seconds):.0f} a second"
