"""Who may invite whom."""

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
