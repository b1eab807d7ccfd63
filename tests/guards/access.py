"""The access table: for every route, what each persona gets for looking (GET) and for an empty form (POST).

`access.txt` is checked in, one line a route, and is the one place where that is written down. A cell is two statuses;
`in` is being sent to sign in.
"""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from .world import PERSONAS

TABLE = Path(__file__).parent / "access.txt"
METHODS = ("get", "post")


@dataclass(frozen=True, slots=True)
class Route:
    """One page: its full name, its path as written, and what its URL needs to know."""

    name: str
    path: str
    pattern: URLPattern

    @property
    def needs(self) -> list[str]:
        """The names in the URL."""
        return sorted(self.pattern.pattern.converters)


def routes() -> dict[str, Route]:
    """Every route of the product by its full name."""
    return {route.name: route for route in _walk(get_resolver().url_patterns)}


def _walk(patterns: list[URLPattern | URLResolver], prefix: str = "", spaces: str = "") -> list[Route]:
    found = []
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            space = f"{spaces}{pattern.namespace}:" if pattern.namespace else spaces
            found += _walk(pattern.url_patterns, path, space)
        else:
            found.append(Route(f"{spaces}{pattern.name}", f"/{path}", pattern))
    return found


def table() -> dict[str, dict[str, str]]:
    """The checked-in table: route, then persona, then `GET/POST`."""
    lines = [line.split() for line in TABLE.read_text().splitlines() if line and not line.startswith("#")]
    header, *rows = lines
    assert header == ["route", *PERSONAS], "The personas are those of tests/guards/world.py, in their order."
    return {name: dict(zip(PERSONAS, cells, strict=True)) for name, *cells in rows}


def line(name: str, cells: dict[str, str]) -> str:
    """A line as it stands in the table."""
    return (f"{name:<32}" + "".join(f"{cell:<9}" for cell in cells.values())).rstrip()


def outcome(response: HttpResponse) -> str:
    """The status; or `in` for being sent to sign in."""
    is_sent_to_sign_in = response.status_code == 302 and response.headers["Location"].startswith(
        reverse(settings.LOGIN_URL)
    )
    return "in" if is_sent_to_sign_in else str(response.status_code)
