"""Reads of young people's records. Each returns only what the actor may see; what is not visible is `NotVisible`."""

from .allocations import Placement, allocation_of, placements, unallocated
from .contacts import latest_contacts
from .records import allocated_to, young_people, young_person
from .signing_in import actor_of, authority_of, user_with_roles

__all__ = [
    "Placement",
    "actor_of",
    "allocated_to",
    "allocation_of",
    "authority_of",
    "latest_contacts",
    "placements",
    "unallocated",
    "user_with_roles",
    "young_people",
    "young_person",
]
