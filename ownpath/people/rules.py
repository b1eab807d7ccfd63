"""Who may see and do what with a young person's record."""

from datetime import datetime

from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.core import clock
from ownpath.core.actor import Actor

from .models import YoungPerson


def can_work_with(actor: Actor, young_person: YoungPerson) -> bool:
    """Staff of the same authority whose role lets them work with young people. Which ones is for the queries."""
    return may(actor, Permission.WORK_WITH) and actor.authority_id == young_person.authority_id


def may_allocate(actor: Actor) -> bool:
    """A manager gives young people an adviser."""
    return may(actor, Permission.ALLOCATE)


def can_allocate(actor: Actor, young_person: YoungPerson) -> bool:
    """A manager, within the authority."""
    return may_allocate(actor) and actor.authority_id == young_person.authority_id


def can_add(actor: Actor) -> bool:
    """Staff who work with young people may begin a record."""
    return may(actor, Permission.WORK_WITH)


def can_invite_to_own_record(actor: Actor, young_person: YoungPerson) -> bool:
    """Their adviser or a manager, as long as they have not joined."""
    return may(actor, Permission.INVITE_YOUNG_PEOPLE) and young_person.user_id is None


def can_say_cannot_come(actor: Actor, young_person: YoungPerson) -> bool:
    """Only the young person, of what is planned with them; nothing is asked in return."""
    return may(actor, Permission.KEEP_OWN_RECORD) and actor.young_person_id == young_person.pk


def lies_ahead(at: datetime) -> bool:
    """What is planned has not come yet."""
    return at > clock.now()


def has_come(at: datetime) -> bool:
    """What is recorded has happened: nobody was in touch in the future."""
    return at <= clock.now()
