"""Who may see how many are waiting."""

from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.core.actor import Actor


def can_see_overview(actor: Actor) -> bool:
    """A manager, for the whole authority."""
    return may(actor, Permission.SEE_OVERVIEW)
