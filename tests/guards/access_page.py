"""Writes docs/access.md: the roles as they describe themselves, and the access table in words.

python -m tests.guards.access_page > docs/access.md
"""

import os
import sys

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ownpath.settings.test")
    django.setup()

from ownpath.accounts.roles import ROLES
from ownpath.web.access import Access, Needs, access_of

from . import access
from .world import PERSONAS

OPENS = {"200", "302"}
SENDS = {"200", "302", "409", "422"}
HEAD = """# Access

Made by `make access` from `ownpath/accounts/roles.py`, each page's own declaration, and the table
`tests/guards/access.txt`, which the tests hold against every page and everybody. Do not edit it by hand.

Who one is decides which pages open; whose record one may open is decided by one query,
`people.queries.young_people`. What somebody may not see is answered like a page that does not exist.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *roles(), *pages(), *cells()]) + "\n"


def roles() -> list[str]:
    """Each role with its description and permissions."""
    lines = ["## Roles", "", "| role | who | may |", "| --- | --- | --- |"]
    for role in ROLES.values():
        may = "; ".join(sorted(str(permission.label) for permission in role.permissions))
        lines.append(f"| `{role.code}` | {role.description} | {may}. |")
    return [*lines, ""]


def pages() -> list[str]:
    """Each page with its declaration."""
    lines = ["## Pages, and whom they are open to at all", "", "| page | path | open to |", "| --- | --- | --- |"]
    for route in sorted(access.routes().values(), key=lambda route: route.path):
        declaration = access_of(route.pattern.callback)
        assert declaration is not None
        lines.append(f"| `{route.name}` | `{route.path}` | {in_words(declaration)} |")
    return [*lines, ""]


def in_words(declaration: Access) -> str:
    """A declaration as a sentence."""
    if isinstance(declaration, Needs):
        return f"Who may: {declaration.permission.label}."
    who = type(declaration).__name__
    return f"{'Everybody' if who == 'Public' else 'Everybody signed in'}. {declaration.reason}"


def cells() -> list[str]:
    """What each persona may do on each page about one young person."""
    lines = [
        "## Who gets what where a page is about one young person",
        "",
        "| page | " + " | ".join(PERSONAS.values()) + " |",
        "| --- |" + " --- |" * len(PERSONAS),
    ]
    for name, row in access.table().items():
        lines.append(f"| `{name}` | " + " | ".join(cell_in_words(cell) for cell in row.values()) + " |")
    return lines


def cell_in_words(cell: str) -> str:
    """A cell of the table: opens, sends, both, signs in first, or nothing."""
    get, post = cell.split("/")
    if "in" in (get, post):
        return "signs in first"
    words = [word for word, is_so in (("opens", get in OPENS), ("sends", post in SENDS)) if is_so]
    return " and ".join(words) or "–"


if __name__ == "__main__":
    sys.stdout.write(page())
