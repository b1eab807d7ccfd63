"""Writes to young people's records."""

from .allocating import allocate, allocate_several
from .contacts import record_contact
from .details import set_details
from .joining import AddressTaken, InvitationOver, accept_invitation, add_young_person, invite_young_person

__all__ = [
    "AddressTaken",
    "InvitationOver",
    "accept_invitation",
    "add_young_person",
    "allocate",
    "allocate_several",
    "invite_young_person",
    "record_contact",
    "set_details",
]
