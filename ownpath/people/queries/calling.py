"""Whom a young person can reach."""

from dataclasses import dataclass

from ownpath.accounts.models import Membership
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson

from .allocations import allocation_of
from .records import young_person


@dataclass(frozen=True, slots=True)
class WhoToCall:
    """A young person with their authority, and their adviser where they have one."""

    young_person: YoungPerson
    adviser: str = ""
    adviser_phone: str = ""


def who_to_call(*, actor: Actor) -> WhoToCall:
    """The actor's own adviser of now, by name and phone, and their authority. Raises `NotVisible` for somebody without
    a record of their own. Two queries.
    """
    whom = young_person(actor=actor, young_person_id=actor.young_person_id)
    allocation = allocation_of(actor=actor, young_person_id=whom.pk)
    if allocation is None:
        return WhoToCall(whom)
    membership: Membership | None = getattr(allocation.adviser, "membership", None)
    return WhoToCall(whom, adviser=allocation.adviser.name, adviser_phone=membership.phone if membership else "")
