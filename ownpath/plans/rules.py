"""Who may do what with a plan. Which young people somebody can see at all is for `people.queries`."""

from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.people.rules import can_work_with


def is_own(actor: Actor, young_person: YoungPerson) -> bool:
    """The young person themselves, with their own record."""
    return may(actor, Permission.KEEP_OWN_RECORD) and actor.young_person_id == young_person.pk


def can_change_plan(actor: Actor, young_person: YoungPerson) -> bool:
    """The young person, and staff who work with them: goals, steps and wins are written together."""
    return is_own(actor, young_person) or can_work_with(actor, young_person)


def can_say_not_meant(actor: Actor, young_person: YoungPerson) -> bool:
    """Only the young person: nobody else knows what they meant."""
    return is_own(actor, young_person)


def can_answer_not_meant(actor: Actor, young_person: YoungPerson) -> bool:
    """Staff who work with them: the young person is owed an answer, and cannot owe it to themselves."""
    return can_work_with(actor, young_person)
