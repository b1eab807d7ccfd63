"""Who may do what with a plan. Which young people somebody can see at all is for `people.queries`."""

from datetime import date

from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.core.actor import Actor
from ownpath.core.clock import months_after
from ownpath.organisations.models import Authority
from ownpath.people.enums import ContactResult
from ownpath.people.models import YoungPerson
from ownpath.people.rules import can_work_with

# Care Leavers (England) Regulations 2010, regulation 7(2): at intervals of not more than six months.
MOST_MONTHS_BETWEEN_REVIEWS = 6


def is_own(actor: Actor, young_person: YoungPerson) -> bool:
    """The young person themselves, with their own record."""
    return may(actor, Permission.KEEP_OWN_RECORD) and actor.young_person_id == young_person.pk


def can_change_plan(actor: Actor, young_person: YoungPerson) -> bool:
    """The young person, and staff who work with them: goals, steps and wins are written together."""
    return is_own(actor, young_person) or can_work_with(actor, young_person)


def can_let_go(actor: Actor, young_person: YoungPerson, why: str) -> bool:
    """Whoever can change the plan; the service says why, for it may be a promise that somebody counts on."""
    return is_own(actor, young_person) or (can_work_with(actor, young_person) and bool(why))


def can_say_not_meant(actor: Actor, young_person: YoungPerson) -> bool:
    """Only the young person: nobody else knows what they meant."""
    return is_own(actor, young_person)


def can_say_what_doing_well_means(actor: Actor, young_person: YoungPerson) -> bool:
    """Only the young person: nobody else can say it for them, or change it."""
    return is_own(actor, young_person)


def can_answer_not_meant(actor: Actor, young_person: YoungPerson) -> bool:
    """Staff who work with them: the young person is owed an answer, and cannot owe it to themselves."""
    return can_work_with(actor, young_person)


def can_change_win(actor: Actor, young_person: YoungPerson) -> bool:
    """Only the young person, whoever noted it: what counts as a win, and for whom, is theirs to say."""
    return is_own(actor, young_person)


def can_set_review(actor: Actor, young_person: YoungPerson) -> bool:
    """Staff who work with them: holding the review in time is a duty of the service."""
    return can_work_with(actor, young_person)


def latest_review_date(since: date, authority: Authority) -> date:
    """The last day for a review after `since`: what the authority set itself, and never later than the law allows."""
    return months_after(since, min(authority.review_every_months, MOST_MONTHS_BETWEEN_REVIEWS))


def came_of_it(result: ContactResult) -> bool:
    """Something can come of a contact only where they reached each other."""
    return result == ContactResult.REACHED
