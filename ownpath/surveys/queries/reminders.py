"""Who wants to be reminded, and when."""

from django.db.models import QuerySet

from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.surveys.models import Reminder

from .responses import own_responses


def own_reminder(*, actor: Actor) -> Reminder | None:
    """The reminder that the actor chose and that is still to come. Raises `NotAllowed` for staff. One query."""
    own = Reminder.objects.filter(response__in=own_responses(actor=actor), response__sent_at=None)
    return own.filter(sent_at=None, stopped_at=None).first()


def due_reminders(*, actor: Actor) -> QuerySet[Reminder]:
    """For the system: what is to be sent now at its authority. Nothing of what was sent meanwhile, and nobody who
    cannot sign in or whose record has ended. One query.
    """
    assert actor.is_system
    waiting = Reminder.objects.filter(authority_id=actor.authority_id, sent_at=None, stopped_at=None)
    can_sign_in = waiting.filter(young_person__user__is_active=True, young_person__ended_date=None)
    due = can_sign_in.filter(due_at__lte=clock.now(), response__sent_at=None)
    return due.select_related("young_person__user").order_by("due_at", "pk")
