"""What is due without a press: an unanswered “I don’t feel safe” climbs, and a call that did not go out goes again."""

import logging

from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.core.outbox import CLAIMED_FOR
from ownpath.organisations.due import due_work

from . import actions, queries
from .messages import SomebodyNeedsYou

logger = logging.getLogger(__name__)

# By then the outbox has dropped it.
TRY_AGAIN_AFTER = SomebodyNeedsYou.within + CLAIMED_FOR


@due_work
def climb_to_managers(*, actor: Actor) -> None:
    """Call the managers about each that nobody answered in time, once."""
    waiting = queries.to_climb(actor=actor)
    if waiting and not queries.managers_for(actor=actor, allocation=None):
        logger.error("Nobody has spoken in time with somebody who does not feel safe, and there is no manager to tell.")
        return
    for ask in waiting:
        actions.climb(actor=actor, ask_id=ask.pk)


@due_work
def send_calls_again(*, actor: Actor) -> None:
    """Try again to send each call that did not go out."""
    for call in queries.to_send_again(actor=actor, tried_before=clock.now() - TRY_AGAIN_AFTER):
        actions.call_again(actor=actor, call=call)
