"""Being reminded of what one has begun, where one chose it."""

from datetime import time, timedelta
from uuid import UUID

from ownpath.about_me.queries import address_of
from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.surveys import queries, rules
from ownpath.surveys.enums import RemindIn
from ownpath.surveys.messages import SomethingWaitsMail
from ownpath.surveys.models import Reminder

# Whoever chooses at night is not woken the next.
REMINDED_AT = time(10)


@action
def choose_reminder(*, actor: Actor, remind_in: RemindIn) -> Audited[None]:
    """The young person chooses when to be reminded of what they have begun, or that they do not want to be. What they
    chose before no longer holds. It comes in the morning of that day.

    Raises `NotAllowed` for somebody without sign-in, on a lent device, and for a mail to somebody who said that e-mail
    is not safe; `NotVisible` where nothing is begun.
    """
    require(rules.can_be_reminded(actor))
    # Held, so that two presses at once do not leave two reminders.
    draft = queries.open_drafts(actor=actor).select_for_update(of=("self",)).first()
    if draft is None:
        raise NotVisible
    if remind_in != RemindIn.NEVER:
        require(bool(address_of(actor=actor, young_person_id=draft.young_person_id)))
    at = {"authority_id": draft.authority_id, "young_person_id": draft.young_person_id}
    Reminder.objects.filter(**at, sent_at=None, stopped_at=None).update(stopped_at=clock.now())
    if remind_in != RemindIn.NEVER:
        due_at = clock.at(clock.today() + timedelta(days=int(remind_in)), REMINDED_AT)
        Reminder.objects.create(**at, response=draft, due_at=due_at)
    return Audited(None, about=draft, young_person_id=actor.young_person_id)


@action
def send_reminder(*, actor: Actor, reminder_id: UUID) -> Audited[None]:
    """As the system: one mail that something waits, to their own address and about nothing. Once sent, never again.
    Where they said that e-mail is not safe, it stops instead.

    Raises `NotVisible` for one that is not due any longer.
    """
    reminder = queries.due_reminders(actor=actor).select_for_update(of=("self",)).filter(pk=reminder_id).first()
    if reminder is None:
        raise NotVisible
    address = address_of(actor=actor, young_person_id=reminder.young_person_id)
    if address:
        reminder.sent_at = clock.now()
        SomethingWaitsMail(to=address, name=reminder.young_person.first_name).send_after_commit()
    else:
        reminder.stopped_at = clock.now()
    reminder.save(update_fields=["sent_at", "stopped_at"])
    return Audited(None, about=reminder, young_person_id=reminder.young_person_id)
