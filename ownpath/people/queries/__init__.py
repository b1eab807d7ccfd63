"""Reads of young people's records. Each returns only what the actor may see; what is not visible is `NotVisible`."""

from .allocations import (
    AdviserChoice,
    NotCovered,
    Placement,
    ToAllocate,
    adviser_choices,
    allocation_of,
    not_covered,
    placements,
    to_allocate,
    unallocated,
)
from .being_away import BeforeAway, NotThere, before_away, not_there, planned_with
from .calling import Reach, WhoToCall, face, who_to_call
from .contacts import latest_contacts
from .duplicates import Duplicate, Duplicates, duplicates, pair, possible_pairs
from .ending import ended_records, ends_of
from .facts import Facts, facts_of
from .joining import (
    Account,
    Joinings,
    joinings,
    old_invitations,
    own_address_changes,
    own_addresses,
    own_birth_dates,
    own_joinings,
)
from .looks import Look, looks
from .meetings import Meetings, meeting, meetings, meetings_of, next_meetings
from .records import allocated_to, merged_into, status_of, young_people, young_person
from .signing_in import actor_of, actor_signing_in, actor_with_address, user_with_roles

__all__ = [
    "Account",
    "AdviserChoice",
    "BeforeAway",
    "Duplicate",
    "Duplicates",
    "Facts",
    "Joinings",
    "Look",
    "Meetings",
    "NotCovered",
    "NotThere",
    "Placement",
    "Reach",
    "ToAllocate",
    "WhoToCall",
    "actor_of",
    "actor_signing_in",
    "actor_with_address",
    "adviser_choices",
    "allocated_to",
    "allocation_of",
    "before_away",
    "duplicates",
    "ended_records",
    "ends_of",
    "face",
    "facts_of",
    "joinings",
    "latest_contacts",
    "looks",
    "meeting",
    "meetings",
    "meetings_of",
    "merged_into",
    "next_meetings",
    "not_covered",
    "not_there",
    "old_invitations",
    "own_address_changes",
    "own_addresses",
    "own_birth_dates",
    "own_joinings",
    "pair",
    "placements",
    "planned_with",
    "possible_pairs",
    "status_of",
    "to_allocate",
    "unallocated",
    "user_with_roles",
    "who_to_call",
    "young_people",
    "young_person",
]
