"""Who may see and do what with a young person's record."""

from datetime import date, datetime
from uuid import UUID

from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.core import clock
from ownpath.core.actor import Actor

from .enums import EndReason
from .models import YoungPerson

# Until the birthday on which they are so old, the law keeps an adviser for them if they want one.
LAST_AGE = 25


def can_work_with(actor: Actor, young_person: YoungPerson) -> bool:
    """Staff of the same authority whose role lets them work with young people. Which ones is for the queries."""
    return may(actor, Permission.WORK_WITH) and actor.authority_id == young_person.authority_id


def may_allocate(actor: Actor) -> bool:
    """A manager gives young people an adviser."""
    return may(actor, Permission.ALLOCATE)


def can_allocate(actor: Actor, young_person: YoungPerson) -> bool:
    """A manager, within the authority, as long as the record has not ended."""
    is_here = actor.authority_id == young_person.authority_id
    return may_allocate(actor) and is_here and not young_person.has_ended


def can_end(actor: Actor, young_person: YoungPerson, reason: str) -> bool:
    """A manager of the authority, for every reason; their adviser only once they are 25 and done.

    The day of 25 is a fact. Everything else takes from somebody the last adult whom the law gives them until 25, where
    they live now changes nothing of that (Children Act 1989, section 23C): it takes a second person to say so.
    """
    is_here = can_work_with(actor, young_person)
    return is_here and (may_allocate(actor) or reason == EndReason.DONE_AT_25)


def can_end_on(day: date, young_person: YoungPerson, reason: str) -> bool:
    """Not in the future nor before they were born; 25 and done only from their 25th birthday on."""
    is_possible = young_person.birth_date <= day <= clock.today()
    return is_possible and (reason != EndReason.DONE_AT_25 or young_person.age_on(day) >= LAST_AGE)


def may_reopen(actor: Actor) -> bool:
    """A manager sees which records ended, and opens one again."""
    return may(actor, Permission.ALLOCATE)


def can_reopen(actor: Actor, young_person: YoungPerson) -> bool:
    """A manager, within the authority."""
    return may_reopen(actor) and can_work_with(actor, young_person)


def can_merge(actor: Actor, one: YoungPerson, other: YoungPerson) -> bool:
    """A manager of the authority of both, and never one record with itself."""
    is_here = actor.authority_id == one.authority_id == other.authority_id
    return may_allocate(actor) and is_here and one.pk != other.pk


def can_add(actor: Actor) -> bool:
    """Staff who work with young people may begin a record."""
    return may(actor, Permission.WORK_WITH)


def can_invite_to_own_record(actor: Actor, young_person: YoungPerson) -> bool:
    """Their adviser or a manager, as long as they have not joined and their record has not ended."""
    is_expected = young_person.user_id is None and not young_person.has_ended
    return may(actor, Permission.INVITE_YOUNG_PEOPLE) and is_expected


def can_plan_with(actor: Actor, young_person: YoungPerson) -> bool:
    """Staff who work with the young person, as long as the record has not ended."""
    return can_work_with(actor, young_person) and not young_person.has_ended


def can_say_cannot_come(actor: Actor, young_person: YoungPerson) -> bool:
    """Only the young person, of what is planned with them; nothing is asked in return."""
    return may(actor, Permission.KEEP_OWN_RECORD) and actor.young_person_id == young_person.pk


def lies_ahead(at: datetime) -> bool:
    """What is planned has not come yet."""
    return at > clock.now()


def has_come(at: datetime) -> bool:
    """What is recorded has happened: nobody was in touch in the future."""
    return at <= clock.now()


def can_check_joining(actor: Actor, young_person: YoungPerson, brought_by: set[UUID]) -> bool:
    """Staff who work with the young person, and neither invited any account of theirs nor wrote its address."""
    return can_work_with(actor, young_person) and actor.user_id is not None and actor.user_id not in brought_by


def can_undo_joining(actor: Actor, young_person: YoungPerson) -> bool:
    """A manager of the authority, with a reason."""
    return may_allocate(actor) and actor.authority_id == young_person.authority_id


def can_dispute_joining(actor: Actor, young_person: YoungPerson) -> bool:
    """Whoever works with them; and the young person, on a device that was lent to them."""
    is_own = may(actor, Permission.KEEP_OWN_RECORD) and actor.young_person_id == young_person.pk
    return can_work_with(actor, young_person) or is_own
