"""Who can see what: every part of a young person's record, who sees it, and why. One place for each room's rule."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from ownpath.circle.queries import is_shared
from ownpath.core.actor import Actor
from ownpath.people import queries as people
from ownpath.plans.queries import win_rows
from ownpath.sharing.enums import Sees
from ownpath.surveys.packs import pack_with_id
from ownpath.surveys.queries import own_answers


@dataclass(frozen=True, slots=True)
class AreaShared:
    """One area of life: in how many of one's answers about it that are shared something was said, in how many that are
    not, and whether the last of them is shared.
    """

    area: str
    title: str
    shared: int
    kept: int
    is_last_shared: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the record: what it is, what the adviser and managers see of it, and why. `page` is where one sees or
    changes it, by the name of its route; `areas` are the rows that can be changed at once.
    """

    title: str
    sees: Sees
    why: str
    page: str = ""
    areas: list[AreaShared] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class WhoSeesWhat:
    """All parts, those that one decides about first, and the adviser's name."""

    adviser: str
    mine: list[Part]
    kept_by_law: list[Part]


def who_sees_what(*, actor: Actor) -> WhoSeesWhat:
    """The table of one's own record; raises `NotVisible` for somebody without one. Six queries, and one for each pack
    not read before.
    """
    who = people.who_to_call(actor=actor)
    return WhoSeesWhat(
        adviser=who.adviser,
        mine=[part(actor) for part in MINE],
        kept_by_law=[part(actor) for part in KEPT_BY_LAW],
    )


def _answers(actor: Actor) -> Part:
    return Part(
        title=_("What I say about how it is"),
        sees=Sees.SHARED,
        why=_("You choose for each part of life. Nobody else sees what you haven’t sent."),
        page="my:survey",
        areas=_areas(actor),
    )


def _areas(actor: Actor) -> list[AreaShared]:
    rows = own_answers(actor=actor)
    found: dict[str, tuple[str, list[str]]] = {}
    for area, sharing, pack_id in rows.finished().values_list("area", "sharing", "response__pack_id"):
        found.setdefault(area, (pack_with_id(pack_id).area(area).title, []))[1].append(sharing)
    return [
        AreaShared(area, title, all_of_it.count("shared"), all_of_it.count("private"), all_of_it[0] == "shared")
        for area, (title, all_of_it) in found.items()
    ]


def _wins(actor: Actor) -> Part:
    has_any = win_rows(actor=actor).exists()
    return Part(
        title=_("My wins and their photos"),
        sees=Sees.SHARED,
        why=_("You choose for each win.") if has_any else _("You choose for each win. There are none yet."),
        page="my:wins",
    )


def _people(actor: Actor) -> Part:
    shared = is_shared(actor=actor, young_person_id=actor.young_person_id) if actor.young_person_id else False
    return Part(
        title=_("My map of people"),
        sees=Sees.SHARED,
        why=_("You share it now. You can stop at any time.") if shared else _("You do not share it."),
        page="my:people",
    )


def _about_me(_actor: Actor) -> Part:
    return Part(
        title=_("About me"),
        sees=Sees.ALL,
        why=_("You write it for them, and leave out what you want to keep."),
        page="my:about-me",
    )


def _plan(_actor: Actor) -> Part:
    return Part(
        title=_("My plan"),
        sees=Sees.ALL,
        why=_("You write it together. The law says that each of you has it."),
        page="my:plan",
    )


def _asks(_actor: Actor) -> Part:
    return Part(
        title=_("What I ask for"),
        sees=Sees.ALL,
        why=_("They have to read it to answer you. When you complain, only managers read it."),
        page="my:asks",
    )


def _recorded(_actor: Actor) -> Part:
    return Part(
        title=_("What others wrote about me"),
        sees=Sees.ALL,
        why=_("The law says that the council keeps it until the day you would turn 75. You can say what is not right."),
        page="my:recorded",
    )


def _details(_actor: Actor) -> Part:
    return Part(
        title=_("My name and how to reach me"),
        sees=Sees.ALL,
        why=_("They need it to get in touch. Tell your adviser when something changes."),
    )


def _looks(_actor: Actor) -> Part:
    return Part(
        title=_("Who has looked at my record"),
        sees=Sees.NOTHING,
        why=_("That list is for you."),
        page="my:looked",
    )


type FindPart = Callable[[Actor], Part]

# A room that brings something new adds its part here.
MINE: tuple[FindPart, ...] = (_answers, _wins, _people, _about_me)
KEPT_BY_LAW: tuple[FindPart, ...] = (_plan, _asks, _recorded, _details, _looks)
