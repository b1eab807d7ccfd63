"""What is due without a press: reminders that young people chose."""

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.organisations.due import due_work

from . import actions, queries


@due_work
def remind(*, actor: Actor) -> None:
    """Send each reminder that is due, once."""
    for reminder in queries.due_reminders(actor=actor):
        try:
            actions.send_reminder(actor=actor, reminder_id=reminder.pk)
        except NotVisible:
            continue  # stopped, or what it is about was sent, since the line above
