"""Who may bring a return in."""

from ownpath.core.actor import Actor


def can_import(actor: Actor) -> bool:
    """A command that somebody started on the server, for one authority. No page imports."""
    return actor.is_system and actor.authority_id is not None
