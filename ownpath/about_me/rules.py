"""Who writes about themselves, and who can say that they have read it."""

from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.people.rules import can_work_with


def can_write(actor: Actor) -> bool:
    """A young person, about themselves. Nothing is ever filled in by anybody else."""
    return may(actor, Permission.KEEP_OWN_RECORD) and actor.young_person_id is not None


def can_confirm_reading(actor: Actor, young_person: YoungPerson) -> bool:
    """Staff who work with them."""
    return can_work_with(actor, young_person)
