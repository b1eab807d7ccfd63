"""Print the table, a line as it is found. SOAK_MINUTES says how long each of the two long parts takes (1)."""

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import django

from .service import Service, running

MINUTES = float(os.environ.get("SOAK_MINUTES", "1"))
TIMES = int(os.environ.get("SOAK_TIMES", "1000"))


def main() -> None:
    """Everything in its order, on one service."""
    with TemporaryDirectory(prefix="ownpath-soak-") as folder, running(Path(folder)) as service:
        os.environ |= {"DATABASE_URL": service.own_url, "DJANGO_SETTINGS_MODULE": "ownpath.settings.demo"}
        django.setup()
        from .people import sessions

        people = sessions()
        _line("Database", service.database)
        for part in (_hostile, _away, _kills, _growth, _storm, _expiring):
            _try(lambda part=part: part(service, people))  # type: ignore[misc]


def _storm(service: Service, people: dict[str, list[str]]) -> None:
    from .storm import storm

    found = storm(service, people, MINUTES * 60)
    faults = ", ".join(f"{kind} ×{count}" for kind, count in found.faults.most_common()) or "none"
    _line("Requests tried, and saved", f"{found.requests:,}, {found.saved:,}; {found.broken} connections broke")
    _line("Kinds of form", str(len(found.forms)))
    _line("Answers of 500 and above", faults)
    _line("Longest answer of the storm", f"{found.worst:.2f} s")


def _kills(service: Service, people: dict[str, list[str]]) -> None:
    from .kills import kills

    found = kills(service, people["young_person"][:4], MINUTES * 60)
    _line("Kills", str(found.kills))
    _line("Saves acknowledged, of tries", f"{len(found.acknowledged):,} of {found.tries:,}")
    _line("Acknowledged saves lost, doubled", f"{found.lost}, {found.doubled}")
    _line("Back after a kill", f"{statistics.median(found.back):.2f} s ({max(found.back):.2f} s worst)")


def _hostile(service: Service, people: dict[str, list[str]]) -> None:
    from .pages import worst
    from .people import SESSION

    ordinary, hostile = worst(service, SESSION, people)
    _line("Longest post of ordinary words", f"{ordinary:.2f} s")
    _line("Longest post of 900 KB of white space and brackets", f"{hostile:.2f} s")


def _growth(service: Service, people: dict[str, list[str]]) -> None:
    from .growth import growth

    grown, statuses = growth(service, people, TIMES)
    _line(f"Peak memory of a worker after {TIMES:,} dear answers", f"{grown:.2f} of before; statuses {statuses}")


def _away(service: Service, people: dict[str, list[str]]) -> None:
    from .away import away

    found = away(service, people["young_person"][0])
    _line("Database away: health page", f"{found.health:.2f} s at worst {found.statuses['/health/']}")
    _line("Database away: Leave now", f"{found.leave:.2f} s at worst {found.statuses['/leave/']}")
    _line("Database away: a page", f"{found.page:.2f} s at worst {found.statuses['/my/']}")
    _line("First good page after its return", f"{found.back:.2f} s; {found.bad_after} bad ones after that")


def _expiring(service: Service, _people: dict[str, list[str]]) -> None:
    from .expiring import expiring

    before, after = expiring(service)
    _line("Expired rows before and after due work", f"{before:,}, {after:,}")


def _try(part: Callable[[], None]) -> None:
    began = time.monotonic()
    try:
        part()
    except Exception as fault:
        _line("A part that could not be measured", f"{type(fault).__name__}: {fault}")
    sys.stderr.write(f"  ({time.monotonic() - began:.0f} s)\n")


def _line(name: str, value: str) -> None:
    sys.stdout.write(f"{name:<54}{value}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
