"""Who has an ask: their adviser of now, or the manager it was given to. Never a name that no longer holds."""

from dataclasses import dataclass
from uuid import UUID

from ownpath.accounts import queries as accounts
from ownpath.accounts.models import Membership, User
from ownpath.core.actor import Actor
from ownpath.people import queries as people
from ownpath.people.models import Allocation
from ownpath.people.queries import Placement
from ownpath.support.enums import FOR_MANAGERS
from ownpath.support.models import Ask


@dataclass(frozen=True, slots=True)
class Holders:
    """Tells of each ask who has it; an empty name is the managers of the service together."""

    placements: dict[UUID, Placement]

    def of(self, ask: Ask) -> str:
        """The name of whoever has it now."""
        if ask.held_by is not None and _works_here(ask.held_by):
            return str(ask.held_by.name)
        if ask.kind in FOR_MANAGERS:
            return ""
        return self.placements.get(ask.young_person_id, Placement()).adviser


def holders(*, actor: Actor) -> Holders:
    """Who has the asks that the actor may see; they must come with `held_by__membership`. One query."""
    return Holders(people.placements(actor=actor))


def managers_for(*, actor: Actor, allocation: Allocation | None) -> list[User]:
    """The managers to turn to about somebody: those of their adviser's team where there are some, else all. One query.

    For whoever may see that allocation.
    """
    managers = list(accounts.managers(actor=actor))
    member: Membership | None = getattr(allocation.adviser, "membership", None) if allocation else None
    of_team = [user for user in managers if member and member.team_id and user.membership.team_id == member.team_id]
    return of_team or managers


def _works_here(user: User) -> bool:
    member: Membership | None = getattr(user, "membership", None)
    return member is not None and member.ended_at is None
