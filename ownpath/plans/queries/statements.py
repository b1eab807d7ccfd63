"""What doing well means to a young person. Staff read what holds now; only they read what they said before."""

from collections.abc import Sequence
from dataclasses import dataclass

from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.people.opening import open_rows
from ownpath.people.queries import young_person
from ownpath.plans.models import Statement
from ownpath.plans.rules import can_say_what_doing_well_means

MOST_STATEMENTS = 20


@dataclass(frozen=True, slots=True)
class Meaning:
    """What holds now, if anything, and what was written before, the latest first."""

    now: Statement | None = None
    before: Sequence[Statement] = ()


def meaning(*, actor: Actor) -> Meaning:
    """The actor's own, with the latest twenty of its history; raises `NotAllowed` for everybody else. Two queries."""
    require(actor.young_person_id is not None)
    person = young_person(actor=actor, young_person_id=actor.young_person_id)
    require(can_say_what_doing_well_means(actor, person))
    rows = open_rows(actor, Statement.objects.filter(young_person=person))
    newest = list(rows.order_by("-version")[:MOST_STATEMENTS])
    return Meaning(newest[0], newest[1:]) if newest else Meaning()


def statement_of(person: YoungPerson) -> str:
    """What doing well means to somebody whom the actor is known to see, as it holds now; empty where they say nothing.
    One query.
    """
    words = Statement.objects.filter(young_person=person).order_by("-version").values_list("words", flat=True).first()
    return words or ""
