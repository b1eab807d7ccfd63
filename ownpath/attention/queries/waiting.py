"""Who is waiting in the whole authority: the rows that a manager's numbers count, and their lists show."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import BooleanField, ExpressionWrapper

from ownpath.accounts.rules import can_see_overview
from ownpath.attention.enums import ReasonKind
from ownpath.attention.imported import is_only_imported
from ownpath.attention.reason import Reason
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.by_name import ByName
from ownpath.people import queries as people
from ownpath.people.models import YoungPerson
from ownpath.people.queries import Placement

from .lists import Listed, listed

NO_TEAM = "no-team"
NO_ADVISER = "no-adviser"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A young person with their reasons, and whose they are now: `group` is the id of their adviser's team, or says
    that the adviser has none or that there is no adviser.
    """

    young_person: YoungPerson
    reasons: tuple[Reason, ...]
    placement: Placement
    group: str
    is_only_imported: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of the rows: everybody, or those of one team or adviser; and of these all, those with any reason, those
    with a reason of one kind, or those who were imported and whom nobody works with yet.
    """

    group: str = ""
    adviser_id: UUID | None = None
    kind: ReasonKind | None = None
    is_everybody: bool = False
    is_only_imported: bool = False

    def of(self, rows: Iterable[Waiting]) -> list[Waiting]:
        """The chosen rows, in their order."""
        return [row for row in rows if self._is_theirs(row) and self._has_reason(row)]

    def _is_theirs(self, row: Waiting) -> bool:
        is_in_group = self.group in ("", row.group)
        return is_in_group and self.adviser_id in (None, row.placement.adviser_id)

    def _has_reason(self, row: Waiting) -> bool:
        if self.is_only_imported:
            return row.is_only_imported
        if self.kind is None:
            return self.is_everybody or bool(row.reasons)
        return any(reason.kind == self.kind for reason in row.reasons)


def everybody(*, actor: Actor) -> list[Waiting]:
    """Every young person of the authority whose record has not ended, with reasons and placement, ordered as an
    adviser's list is.

    For managers; raises `NotAllowed` for others. Nine queries.
    """
    require(can_see_overview(actor))
    placements = people.placements(actor=actor)
    marked = ExpressionWrapper(is_only_imported(), output_field=BooleanField())
    current = people.young_people(actor=actor).current().annotate(is_only_imported=marked)
    rows = listed(current.order_by(ByName("name"), "pk"))
    return [_placed(row, placements.get(row.young_person.pk, Placement())) for row in rows]


def _placed(row: Listed, placement: Placement) -> Waiting:
    group = str(placement.team_id or NO_TEAM) if placement.adviser_id else NO_ADVISER
    is_imported: bool = row.young_person.is_only_imported  # type: ignore[attr-defined]
    return Waiting(row.young_person, row.reasons, placement, group, is_imported)


def waiting(*, actor: Actor, choice: Choice) -> list[Waiting]:
    """The list behind a number of the overview; for managers, as `everybody`, and as many queries."""
    return choice.of(everybody(actor=actor))
