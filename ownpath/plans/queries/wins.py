"""Wins, the newest first."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
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

    @property
    def by_month(self) -> list[tuple[date, list[Win]]]:
        """The wins of each month in which there were any, under its first day."""
        months = groupby(self.wins, key=lambda win: win.on_date.replace(day=1))
        return [(month, list(of_month)) for month, of_month in months]


def wins(*, actor: Actor, young_person_id: UUID) -> Wins:
    """The wins of one young person, each with who added it; raises `NotVisible`. Two queries."""
    person = young_person(actor=actor, young_person_id=young_person_id)
    return Wins(person, tuple(wins_of(person)))


def wins_of(person: YoungPerson) -> QuerySet[Win]:
    """The wins of somebody whom the actor is known to see."""
    return Win.objects.filter(young_person=person).select_related("added_by").order_by("-on_date", "-added_at", "-pk")
