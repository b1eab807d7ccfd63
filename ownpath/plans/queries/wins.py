"""Wins, the newest first."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.people.queries import young_person
from ownpath.plans.models import Win


@dataclass(frozen=True, slots=True)
class Wins:
    """Everything that somebody kept as a win, the newest first."""

    young_person: YoungPerson
    wins: tuple[Win, ...]


def wins(*, actor: Actor, young_person_id: UUID) -> Wins:
    """The wins of one young person, each with who added it; raises `NotVisible`. Two queries."""
    person = young_person(actor=actor, young_person_id=young_person_id)
    return Wins(person, tuple(wins_of(person)))


def wins_of(person: YoungPerson) -> QuerySet[Win]:
    """The wins of somebody whom the actor is known to see."""
    return Win.objects.filter(young_person=person).select_related("added_by").order_by("-on_date", "-added_at", "-pk")
