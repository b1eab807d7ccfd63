"""Who draws a map. Who may read one is for the queries."""

from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.core.actor import Actor


def can_draw(actor: Actor) -> bool:
    """A young person, their own: nobody else adds, moves, shares or takes off anybody."""
    return may(actor, Permission.KEEP_OWN_RECORD) and actor.young_person_id is not None
