"""Who decides, who may say that something is not right, and who answers."""

from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.people.rules import can_work_with


def is_own_record(actor: Actor) -> bool:
    """A young person, about their own record: what they share, what they take away, what they say is not right."""
    return may(actor, Permission.KEEP_OWN_RECORD) and actor.young_person_id is not None


def can_answer_not_right(actor: Actor, young_person: YoungPerson) -> bool:
    """Staff who work with them. The right to have wrong facts put right is UK GDPR article 16; to keep what the young
    person says with the record is good practice where the two do not agree.
    """
    return can_work_with(actor, young_person)
