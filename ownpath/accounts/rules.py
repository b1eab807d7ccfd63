"""Who may invite whom, and who sees the whole."""

from uuid import UUID

from ownpath.core.actor import Actor

from .enums import Permission, RoleCode
from .roles import may

STAFF_ROLES = (RoleCode.ADVISER, RoleCode.MANAGER, RoleCode.DUTY)


def can_invite(actor: Actor, role: str) -> bool:
    """Staff are invited by a manager (or by the command that sets up an authority); young people by their adviser or
    a manager.
    """
    needed = Permission.INVITE_STAFF if role in STAFF_ROLES else Permission.INVITE_YOUNG_PEOPLE
    return may(actor, needed)


def can_be_reached(actor: Actor) -> bool:
    """Staff who work with young people say how and when to reach them."""
    return may(actor, Permission.WORK_WITH)


def can_say_away(actor: Actor, user_id: UUID) -> bool:
    """Whoever works with young people, of themselves; of others a manager, who gives young people an adviser too."""
    is_own = may(actor, Permission.WORK_WITH) and actor.user_id == user_id
    return is_own or may(actor, Permission.ALLOCATE)


def can_see_overview(actor: Actor) -> bool:
    """A manager sees how many are waiting and what people say, counted, for the whole authority."""
    return may(actor, Permission.SEE_OVERVIEW)
