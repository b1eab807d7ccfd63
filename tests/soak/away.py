"""The database goes away and comes back: what is answered meanwhile, and how soon all is well again."""

import time
from dataclasses import dataclass, field
from http.client import HTTPException

from .people import SESSION
from .service import Service, until
from .visitor import Visitor

SECONDS_AWAY = 4


@dataclass(slots=True)
class Away:
    health: float = 0
    leave: float = 0
    page: float = 0
    back: float = 0
    statuses: dict[str, set[int]] = field(default_factory=dict)
    bad_after: int = 0


def away(service: Service, session: str, times: int = 3) -> Away:
    """Worst seconds of the health page, of Leave now and of a page that reads while the database is away; seconds
    until the first good page after it; pages that were not good among the 40 that followed that one.
    """
    found = Away()
    for _time in range(times):
        with service.database_away():
            ends_at = time.monotonic() + SECONDS_AWAY
            while time.monotonic() < ends_at:
                found.health = max(found.health, _asked(found, service, "", "GET", "/health/"))
                found.leave = max(found.leave, _asked(found, service, session, "POST", "/leave/"))
                found.page = max(found.page, _asked(found, service, session, "GET", "/my/"))
        found.back = max(found.back, until(lambda: _is_good(service, session)))
        found.bad_after += sum(not _is_good(service, session) for _again in range(40))
    return found


def _asked(found: Away, service: Service, session: str, method: str, path: str) -> float:
    began = time.perf_counter()
    try:
        status = Visitor(service.port, session if path != "/leave/" else "", SESSION).asks(method, path)[0]
    except (OSError, HTTPException):
        status = 0
    found.statuses.setdefault(path, set()).add(status)
    return time.perf_counter() - began


def _is_good(service: Service, session: str) -> bool:
    try:
        return Visitor(service.port, session, SESSION).asks("GET", "/my/")[0] == 200
    except (OSError, HTTPException):
        return False
