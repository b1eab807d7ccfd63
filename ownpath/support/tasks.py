"""What is due without a press: an unanswered “I don’t feel safe” climbs, and a call that did not go out goes again."""

from datetime import timedelta

from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.organisations.due import due_work

from . import actions, queries

TRY_AGAIN_AFTER = timedelta(minutes=1)


@due_work
def climb_to_managers(*, actor: Actor) -> None:
    """Call the managers about each that nobody answered in time, once."""
    if queries.managers_for(actor=actor, allocation=None):
        for ask in queries.to_climb(actor=actor):
            actions.climb(actor=actor, ask_id=ask.pk)


@due_work
def send_calls_again(*, actor: Actor) -> None:
    """Try again to send each call that did not go out."""
    for call in queries.to_send_again(actor=actor, tried_before=clock.now() - TRY_AGAIN_AFTER):
        actions.call_again(actor=actor, call=call)
