"""Where one can go from every page, by what one may do."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.core.actor import Actor


@dataclass(frozen=True, slots=True)
class Place:
    """One line of a navigation: where to, for whom, with which drawing."""

    label: Promise
    url_name: str
    permission: Permission
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A place as one actor sees it on one page."""

    label: str
    href: str
    icon: str
    is_here: bool


MY = (
    Place(_("Home"), "my:home", Permission.KEEP_OWN_RECORD, "home"),
    Place(_("How it is"), "my:survey", Permission.KEEP_OWN_RECORD, "words"),
    Place(_("My plan"), "my:plan", Permission.KEEP_OWN_RECORD, "plan"),
    Place(_("My wins"), "my:wins", Permission.KEEP_OWN_RECORD, "win"),
)
ABOUT_ME = (
    Place(_("Why my adviser may get in touch"), "my:why", Permission.KEEP_OWN_RECORD),
    Place(_("Who has looked at my record"), "my:looked", Permission.KEEP_OWN_RECORD),
)
STAFF = (
    Place(_("My young people"), "staff:list", Permission.SEE_ALLOCATED),
    Place(_("Overview"), "staff:overview", Permission.SEE_OVERVIEW),
    Place(_("Without an adviser"), "staff:unallocated", Permission.ALLOCATE),
)


def links(places: tuple[Place, ...], actor: Actor | None, path: str) -> list[Link]:
    """The places that this actor may go to, with the one that the page belongs to marked."""
    found = [(place, reverse(place.url_name)) for place in places if actor and may(actor, place.permission)]
    here = max((href for _place, href in found if path.startswith(href)), key=len, default="")
    return [Link(str(place.label), href, place.icon, href == here) for place, href in found]
