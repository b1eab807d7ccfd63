"""Access declarations: every view carries one, or nobody may open it.

While a young person answers on a device that was lent to them, only pages declared `on_lent_device` open.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.http import HttpRequest
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.core.actor import Actor

type View = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Public:
    """Anybody may open the page, signed in or not; the reason says why that is right. One that is `without_database` is
    not told who is signed in, and must answer at once whatever the database does.
    """

    reason: str
    on_lent_device: bool = False
    without_database: bool = False

    def admits(self, actor: Actor | None) -> bool:
        """Always yes."""
        return True


@dataclass(frozen=True, slots=True)
class Needs:
    """Only somebody signed in whose role has the permission may open the page."""

    permission: Permission
    on_lent_device: bool = False

    def admits(self, actor: Actor | None) -> bool:
        """Whether this actor's role has the permission."""
        return actor is not None and may(actor, self.permission)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Anybody signed in may open the page; the reason says why no permission is needed."""

    reason: str
    on_lent_device: bool = False

    def admits(self, actor: Actor | None) -> bool:
        """Whether somebody is signed in."""
        return actor is not None


type Access = Public | Needs | SignedIn


def declared(access: Access, view: View) -> View:
    """Give a view that is not ours (a library's) its declaration; it can have one only."""
    assert access_of(view) is None
    view.access = access  # type: ignore[attr-defined]
    return view


def access_of(view: View) -> Access | None:
    """The declaration of a view, from the view itself or from its class."""
    return getattr(view, "access", None) or getattr(getattr(view, "view_class", None), "access", None)


def needs_no_database(request: HttpRequest) -> bool:
    """Whether the page asked for must not wait for the database, not even to know who asks."""
    try:
        access = access_of(resolve(request.path_info).func)
    except Resolver404:
        return False
    return isinstance(access, Public) and access.without_database


def routes(
    patterns: list[URLPattern | URLResolver] | None = None, prefix: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    """Every route of the product, with its whole path."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, path)
        else:
            yield path, pattern


@register()
def every_route_declares_its_access(**_kwargs: Any) -> list[CheckMessage]:
    """Refuse to start while a view has no access declaration."""
    return [
        Error(f"/{path} has no access declaration.", hint="See ownpath/web/access.py.", id="ownpath.E001")
        for path, pattern in routes()
        if access_of(pattern.callback) is None
    ]
