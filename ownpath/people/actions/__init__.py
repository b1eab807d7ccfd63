"""Writes to young people's records."""

from ownpath.accounts.moving import AddressTaken

from .addresses import CodeUsed, change_own_address
from .allocating import allocate, allocate_several
from .being_away import Settled, plan_absence
from .birth_date import correct_birth_date
from .checking import check_joining, dispute_joining, say_not_me, undo_joining
from .contacts import record_contact
from .details import NumberTaken, StatusExcluded, set_details
from .ending import come_back, reopen_record
from .joining import (
    InvitationOver,
    PossibleDuplicate,
    WrongBirthDate,
    accept_invitation,
    add_young_person,
    end_old_invitations,
    invite_young_person,
)
from .meetings import (
    cancel_meeting,
    hand_over_meeting,
    miss_meeting,
    move_meeting,
    note_meeting_as,
    plan_meeting,
    say_cannot_come,
)
from .merging import keep_apart, merge_records

__all__ = [
    "AddressTaken",
    "CodeUsed",
    "InvitationOver",
    "NumberTaken",
    "PossibleDuplicate",
    "Settled",
    "StatusExcluded",
    "WrongBirthDate",
    "accept_invitation",
    "add_young_person",
    "allocate",
    "allocate_several",
    "cancel_meeting",
    "change_own_address",
    "check_joining",
    "come_back",
    "correct_birth_date",
    "dispute_joining",
    "end_old_invitations",
    "hand_over_meeting",
    "invite_young_person",
    "keep_apart",
    "merge_records",
    "miss_meeting",
    "move_meeting",
    "note_meeting_as",
    "plan_absence",
    "plan_meeting",
    "record_contact",
    "reopen_record",
    "say_cannot_come",
    "say_not_me",
    "set_details",
    "undo_joining",
]
