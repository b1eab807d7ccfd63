"""What is due without a press: invitations that nobody used end."""

from ownpath.core.actor import Actor
from ownpath.organisations.due import due_work

from . import actions, queries


@due_work
def end_invitations(*, actor: Actor) -> None:
    """Where there are any, so that nothing is written down about nothing."""
    if queries.old_invitations(actor=actor).exists():
        actions.end_old_invitations(actor=actor)
