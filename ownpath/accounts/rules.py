"""Who may invite whom, and who sees the whole."""

from ownpath.core.actor import Actor

from .enums import Permission, RoleCode
from .roles import may

STAFF_ROLES = (RoleCode.ADVISER, RoleCode.MANAGER)


def can_invite(actor: Actor, role: str) -> bool:
    """Staff are invited by a manager (or by the command that sets up an authority); young people by their adviser or
    a manager.
    """
    needed = Permission.INVITE_STAFF if role in STAFF_ROLES else Permission.INVITE_YOUNG_PEOPLE
    return may(actor, needed)


def can_see_overview(actor: Actor) -> bool:
    """A manager sees how many are waiting and what people say, counted, for the whole authority."""
    return may(actor, Permission.SEE_OVERVIEW)
