"""People look at everything and post anything into every form."""

import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException

from . import hostile
from .people import SESSION
from .service import Service
from .visitor import Form, Visitor, kind_of

# A redirect has no links: whoever is signed in starts on their own side.
STARTS = ("/", "/my/", "/staff/")
# What would end somebody's storm, not the service.
LEFT_ALONE = ("/sign-out/", "/leave/", "/demo/", "/hand-back/", "/static/")


@dataclass(slots=True)
class Storm:
    requests: int = 0
    saved: int = 0
    forms: set[str] = field(default_factory=set)
    faults: Counter[str] = field(default_factory=Counter)
    broken: int = 0
    worst: float = 0


def storm(service: Service, sessions: dict[str, list[str]], seconds: float) -> Storm:
    """Six people at once, two of each role, and two visitors."""
    people = [session for some in sessions.values() for session in some[:2]] + ["", ""]
    with ThreadPoolExecutor(len(people)) as pool:
        parts = list(pool.map(lambda number: _one(service, people[number], number, seconds), range(len(people))))
    total = Storm()
    for part in parts:
        total.requests += part.requests
        total.saved += part.saved
        total.forms |= part.forms
        total.faults += part.faults
        total.broken += part.broken
        total.worst = max(total.worst, part.worst)
    return total


def _one(service: Service, session: str, seed: int, seconds: float) -> Storm:
    chance, found, visitor = random.Random(seed), Storm(), Visitor(service.port, session, SESSION)
    paths, ends_at = [*STARTS], time.monotonic() + seconds
    opened: Counter[str] = Counter()
    while time.monotonic() < ends_at:
        path = min(chance.sample(paths, min(8, len(paths))), key=lambda each: opened[kind_of(each)])
        opened[kind_of(path)] += 1
        try:
            began = time.perf_counter()
            status, page = visitor.looks(path)
            _count(found, "GET", path, status, time.perf_counter() - began)
            new = [link for link in page.links if not any(part in link for part in LEFT_ALONE)]
            paths = [*paths, *new][-400:]
            for form in page.forms:
                if any(part in form.action for part in LEFT_ALONE):
                    continue
                found.forms.add(kind_of(form.action))
                began = time.perf_counter()
                status, _text = visitor.asks("POST", form.action, typed(form, chance))
                _count(found, "POST", form.action, status, time.perf_counter() - began)
                found.saved += status == 302
        except (OSError, HTTPException):
            found.broken += 1
    return found


def typed(form: Form, chance: random.Random) -> list[tuple[str, str]]:
    """The form filled in: some of it strange, its hidden fields mostly as they came."""
    given = []
    for each in form.fields:
        is_kept = each.kind in {"hidden", "radio", "checkbox", "submit", "button", "select"} and chance.random() < 0.95
        if each.kind in {"radio", "checkbox"} and chance.random() < 0.5:
            continue
        given.append((each.name, each.value if is_kept else hostile.value(chance)))
    return given


def _count(found: Storm, method: str, path: str, status: int, seconds: float) -> None:
    found.requests += 1
    found.worst = max(found.worst, seconds)
    if status >= 500:
        found.faults[f"{method} {kind_of(path)} {status}"] += 1
