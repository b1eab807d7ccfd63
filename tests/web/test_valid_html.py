"""What our templates write is valid HTML: every page that somebody of the access table may open."""

from pathlib import Path

import pytest

from tests.client import Client
from tests.guards import access
from tests.guards.visiting import ask, signed_in
from tests.guards.world import build

from .html_checker import html_faults

PERSONAS = ("Yara", "Ines", "Mo", "nobody")


@pytest.mark.django_db
@pytest.mark.any_database
def test_every_page_is_valid(tmp_path: Path) -> None:
    assert html_faults(pages(), tmp_path) == []


def pages() -> dict[str, bytes]:
    """The HTML of each page by whose it is and which; and of the page that is not there."""
    world = build()
    cookies = signed_in(world)
    found = {"nowhere": Client().get("/nowhere/")}
    for persona in PERSONAS:
        opens = [route for route, cells in access.table().items() if cells[persona].startswith("200")]
        found |= {f"{route} of {persona}": ask(world, cookies[persona], "get", route) for route in opens}
    is_html = {name: page.headers["Content-Type"].startswith("text/html") for name, page in found.items()}
    return {name: text for name, page in found.items() if is_html[name] and (text := b"".join(page))}
