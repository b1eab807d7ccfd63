"""Writes to young people's records."""

from .joining import AddressTaken, InvitationOver, accept_invitation, add_young_person, invite_young_person

__all__ = ["AddressTaken", "InvitationOver", "accept_invitation", "add_young_person", "invite_young_person"]
