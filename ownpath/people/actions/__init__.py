"""Writes to young people's records."""

from .allocating import allocate, allocate_several
from .contacts import record_contact
from .details import NumberTaken, set_details
from .ending import come_back, reopen_record
from .joining import (
    AddressTaken,
    InvitationOver,
    PossibleDuplicate,
    accept_invitation,
    add_young_person,
    invite_young_person,
)
from .meetings import cancel_meeting, move_meeting, note_meeting_as, plan_meeting, say_cannot_come

__all__ = [
    "AddressTaken",
    "InvitationOver",
    "NumberTaken",
    "PossibleDuplicate",
    "accept_invitation",
    "add_young_person",
    "allocate",
    "allocate_several",
    "cancel_meeting",
    "come_back",
    "invite_young_person",
    "move_meeting",
    "note_meeting_as",
    "plan_meeting",
    "record_contact",
    "reopen_record",
    "say_cannot_come",
    "set_details",
]
