"""Nobody has to know an address: whoever may open a page comes to it by links, from the page on which they begin."""

import re
from collections import deque
from urllib.parse import urljoin, urlsplit

import pytest
from django.urls import Resolver404, resolve, reverse

from . import access
from .visiting import ROUTES, signed_in, text_of, visit
from .world import World, build

LINK = re.compile(r'\b(?:href|action|formaction|src)="([^"#?]+)')

# Pages to which something else than a link leads, and what.
OTHERWISE = {
    "my:offline": "the phone keeps it, and shows it without signal",
    "my:offline-send": "the script of that page asks it whose answers it holds",
    "my:offline-worker": "the browser fetches it",
    "my:order": "comes after choosing what matters most",
    "my:sent": "comes after sending",
}

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("persona", ["Yara", "Ines", "Mo"])
def test_every_page_is_reached_by_links_by_whoever_may_open_it(persona: str) -> None:
    reached = reached_by(persona, build())

    may_open = {name for name, cells in access.table().items() if cells[persona].startswith("200")}
    ours = {name for name in may_open if name.startswith(("my:", "staff:")) and not ROUTES[name].needs}
    assert ours - reached == ours & set(OTHERWISE)


def reached_by(persona: str, world: World) -> set[str]:
    """The names of all pages to which links lead, and the links on those pages."""
    cookies = signed_in(world)[persona]
    begin = reverse("home")
    ahead, known, reached = deque([begin]), {begin}, set()
    while ahead:
        response = visit(cookies, ahead.popleft())
        if response.status_code == 302:
            found = [response.headers["Location"]]
        else:
            found = LINK.findall(text_of(response)) if response.headers["Content-Type"].startswith("text/html") else []
        for path in (urlsplit(urljoin(begin, link)).path for link in found if not urlsplit(link).netloc):
            name = name_of(path)
            if path not in known and name.startswith(("my:", "staff:")):
                known.add(path)
                reached.add(name)
                ahead.append(path)
    return reached


def name_of(path: str) -> str:
    """The page behind an address; nothing, where there is none."""
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""
