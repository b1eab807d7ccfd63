"""Who may answer, and who may ask a young person to."""

from collections.abc import Sequence
from datetime import date

from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.people.rules import can_plan_with, can_work_with

from .models import MOST_PRIORITIES

YOUNGEST = 15


def can_answer(actor: Actor) -> bool:
    """A young person, about their own life. Nobody answers for somebody else."""
    return may(actor, Permission.KEEP_OWN_RECORD) and actor.young_person_id is not None


def can_request_answers(actor: Actor, young_person: YoungPerson) -> bool:
    """Staff who work with the young person, as long as the record has not ended."""
    return can_plan_with(actor, young_person)


def can_enter_papers(actor: Actor, young_person: YoungPerson) -> bool:
    """Staff who work with the young person, also once the record has ended: a paper may have lain somewhere."""
    return can_work_with(actor, young_person)


def can_be_reminded(actor: Actor) -> bool:
    """A young person who can sign in: the mail goes to their own address, never because of a lent device."""
    return can_answer(actor) and actor.user_id is not None and actor.sitting_id is None


def can_be_filled_in(filled: date, young_person: YoungPerson) -> bool:
    """Whether a paper of this young person can have that day: since they were 15, and not in the future."""
    return first_paper(young_person.birth_date) <= filled <= clock.today()


def first_paper(birth_date: date) -> date:
    """The first day on which somebody can have filled in a paper: work begins around the sixteenth birthday."""
    return clock.months_after(birth_date, 12 * YOUNGEST)


def are_few(areas: Sequence[str]) -> bool:
    """Whether so many areas may matter most at one time, or be asked in a check-in."""
    return len(areas) <= MOST_PRIORITIES
