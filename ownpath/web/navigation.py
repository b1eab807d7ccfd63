"""Where one can go from every page, by what one may do; and every place of a young person in one list."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.core.actor import Actor


@dataclass(frozen=True, slots=True)
class Place:
    """One line of a navigation: where to, for whom, with which drawing; in "Everything here" also in which group, and
    what is there in one plain line.
    """

    label: Promise
    url_name: str
    permission: Permission = Permission.KEEP_OWN_RECORD
    icon: str = ""
    group: Promise | str = ""
    line: Promise | str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A place as one actor sees it on one page."""

    label: str
    href: str
    icon: str
    line: str
    is_here: bool


MY = (
    Place(_("Home"), "my:home", icon="home"),
    Place(_("How it is"), "my:survey", icon="words"),
    Place(_("My plan"), "my:plan", icon="plan"),
    Place(_("My road"), "my:road", icon="road"),
    Place(_("Everything"), "my:everything", icon="all"),
)

# The groups of "Everything here". A room adds its places below, each in a group and beside the lines of that group.
MY_LIFE = _("My life")
MY_PLAN = _("What I want")
MY_PEOPLE = _("People and help")
MY_RECORD = _("What is written about me")
MY_WAY = _("How I use this")

EVERYTHING = (
    Place(_("How it is"), "my:survey", group=MY_LIFE, line=_("Say how life is going, in your own words.")),
    Place(_("The survey on paper"), "my:paper", group=MY_LIFE, line=_("Print it, and fill it in with a pen.")),
    Place(_("Remind me"), "my:remind", group=MY_LIFE, line=_("One email, if you want, to go on where you stopped.")),
    Place(_("My road"), "my:road", group=MY_LIFE, line=_("How it went since you began, up and down.")),
    Place(_("My plan"), "my:plan", group=MY_PLAN, line=_("What you want, in small steps.")),
    Place(
        _("What doing well means to me"), "my:meaning", group=MY_PLAN, line=_("In your words, at the top of your plan.")
    ),
    Place(_("My wins"), "my:wins", group=MY_PLAN, line=_("Good moments of any size.")),
    Place(_("I need something"), "my:asks", group=MY_PEOPLE, line=_("Ask for it, and see who has it and each answer.")),
    Place(
        _("About me"),
        "my:about-me",
        group=MY_PEOPLE,
        line=_("Write it once. Somebody new reads it first."),
    ),
    Place(
        _("My people"),
        "my:people",
        group=MY_PEOPLE,
        line=_("A map of the people in your life. Yours, unless you share it."),
    ),
    Place(_("What I can get"), "my:offer", group=MY_PEOPLE, line=_("By law, and what your council gives on top.")),
    Place(_("Money for my home"), "my:allowance", group=MY_PEOPLE, line=_("What was bought, and what is left.")),
    Place(_("I need help now"), "my:help", group=MY_PEOPLE, line=_("Who you can call, day or night.")),
    Place(
        _("Why my adviser may get in touch"),
        "my:why",
        group=MY_RECORD,
        line=_("All that their list says about you."),
    ),
    Place(_("Who can see what"), "my:sharing", group=MY_RECORD, line=_("And what you can change about it.")),
    Place(
        _("What others wrote about me"),
        "my:recorded",
        group=MY_RECORD,
        line=_("And where you say what is not right."),
    ),
    Place(
        _("Who has looked at my record"),
        "my:looked",
        group=MY_RECORD,
        line=_("Who opened a page about you, and when."),
    ),
    Place(
        _("Everything in one file"),
        "my:take-away",
        group=MY_RECORD,
        line=_("Take your whole record with you."),
    ),
    Place(_("My email address"), "address", group=MY_WAY, line=_("Sign in with another one.")),
    Place(_("Language"), "language", group=MY_WAY, line=_("Read everything here in another language.")),
)
STAFF = (
    Place(_("Not safe now"), "staff:duty", Permission.ANSWER_CALLS),
    Place(_("My young people"), "staff:list", Permission.SEE_ALLOCATED),
    Place(_("Overview"), "staff:overview", Permission.SEE_OVERVIEW),
    Place(_("Asks"), "staff:asks", Permission.WORK_WITH),
    Place(_("Without an adviser"), "staff:unallocated", Permission.ALLOCATE),
    Place(_("Local offer"), "staff:offer", Permission.WORK_WITH),
    Place(_("Our standards"), "staff:standards", Permission.SEE_OVERVIEW),
    Place(_("How to reach me"), "staff:reach", Permission.SEE_ALLOCATED),
    Place(_("Away and cover"), "staff:away", Permission.WORK_WITH),
)


def links(places: Iterable[Place], actor: Actor | None, path: str) -> list[Link]:
    """The places that this actor may go to, with the one that the page belongs to marked."""
    found = [(place, reverse(place.url_name)) for place in places if actor and may(actor, place.permission)]
    here = max((href for _place, href in found if path.startswith(href)), key=len, default="")
    return [Link(str(place.label), href, place.icon, str(place.line), href == here) for place, href in found]


def my_links(actor: Actor | None, path: str) -> list[Link]:
    """The ways around of a young person. What only "Everything here" leads to belongs to it, not to home."""
    ways = [reverse(place.url_name) for place in MY[1:]]
    listed = [reverse(place.url_name) for place in EVERYTHING]
    if path.startswith(tuple(listed)) and not path.startswith(tuple(ways)):
        path = reverse("my:everything")
    return links(MY, actor, path)


def everything(actor: Actor) -> list[tuple[str, list[Link]]]:
    """Every place of a young person, by group."""
    return [(str(group), links(places, actor, "")) for group, places in groupby(EVERYTHING, lambda place: place.group)]
