"""Who may ask, and who may say that an ask was spoken about."""

from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.people.enums import ContactResult
from ownpath.people.models import Contact
from ownpath.people.rules import can_work_with

from .models import Ask


def can_ask(actor: Actor) -> bool:
    """A young person, for themselves."""
    return may(actor, Permission.KEEP_OWN_RECORD) and actor.young_person_id is not None


def can_answer(actor: Actor, ask: Ask, contact: Contact) -> bool:
    """Staff who work with the young person, in a contact with that young person that can have been about it."""
    is_theirs = contact.young_person_id == ask.young_person_id
    return can_work_with(actor, ask.young_person) and is_theirs and may_have_spoken_about(ask, contact)


def may_have_spoken_about(ask: Ask, contact: Contact) -> bool:
    """They reached each other, on the day of the ask or later: trying is not answering, and nobody answers ahead."""
    is_reached = contact.result == ContactResult.REACHED
    return is_reached and clock.day_of(contact.at) >= clock.day_of(ask.asked_at)
