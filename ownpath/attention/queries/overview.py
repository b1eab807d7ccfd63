"""A manager's view: team by team who is waiting and why. Every number is the length of the list behind it."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from ownpath.accounts.queries import advisers, teams
from ownpath.attention.enums import ReasonKind
from ownpath.core.actor import Actor
from ownpath.core.by_name import sort_key

from .waiting import NO_ADVISER, NO_TEAM, Choice, Waiting, everybody


@dataclass(frozen=True, slots=True)
class Number:
    """How many, and the choice whose list they are."""

    count: int
    choice: Choice


@dataclass(frozen=True, slots=True)
class AdviserNumbers:
    """One adviser, how many young people they have, and how many of these may need time now."""

    name: str
    everybody: Number
    waiting: Number
    has_left: bool


@dataclass(frozen=True, slots=True)
class GroupNumbers:
    """One team, or those without one: how many young people, how many may need time now, and why; and, apart, how many
    were imported and nobody works with yet.
    """

    name: str
    everybody: Number
    waiting: Number
    imported: Number
    kinds: dict[ReasonKind, Number]
    advisers: list[AdviserNumbers]


type Staff = dict[UUID, tuple[str, str]]


def overview(*, actor: Actor) -> list[GroupNumbers]:
    """The teams by name, then advisers without a team, then young people without an adviser; the last two only where
    there are some. For managers; raises `NotAllowed` for others. Twelve queries.
    """
    rows = everybody(actor=actor)
    staff = {user.pk: (user.name, str(user.membership.team_id or NO_TEAM)) for user in advisers(actor=actor)}
    used = {row.group for row in rows} | {group for _name, group in staff.values()}
    names = {str(team.pk): team.name for team in teams(actor=actor)}
    names |= {key: name for key, name in _without().items() if key in used}
    return [_group(key, name, rows, staff) for key, name in names.items()]


def _without() -> dict[str, str]:
    return {NO_TEAM: _("Advisers without a team"), NO_ADVISER: _("Without an adviser")}


def _group(key: str, name: str, rows: list[Waiting], staff: Staff) -> GroupNumbers:
    theirs = Choice(group=key, is_everybody=True).of(rows)
    return GroupNumbers(
        name=name,
        everybody=_number(Choice(group=key, is_everybody=True), theirs),
        waiting=_number(Choice(group=key), theirs),
        imported=_number(Choice(group=key, is_only_imported=True), theirs),
        kinds={kind: _number(Choice(group=key, kind=kind), theirs) for kind in ReasonKind},
        advisers=_advisers(key, theirs, staff),
    )


def _advisers(key: str, theirs: list[Waiting], staff: Staff) -> list[AdviserNumbers]:
    names = {adviser_id: name for adviser_id, (name, group) in staff.items() if group == key}
    left = {row.placement.adviser_id: row.placement.adviser for row in theirs if row.placement.adviser_id}
    return [
        AdviserNumbers(
            name=name,
            everybody=_number(Choice(adviser_id=adviser_id, is_everybody=True), theirs),
            waiting=_number(Choice(adviser_id=adviser_id), theirs),
            has_left=adviser_id not in names,
        )
        for adviser_id, name in sorted((left | names).items(), key=lambda pair: sort_key(pair[1]))
    ]


def _number(choice: Choice, rows: list[Waiting]) -> Number:
    return Number(len(choice.of(rows)), choice)
