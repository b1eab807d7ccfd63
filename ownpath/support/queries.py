"""Reads of what young people asked for."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people import queries as people

from .models import Ask


def asks(*, actor: Actor) -> QuerySet[Ask]:
    """What the young people whom the actor may see asked for. Every other query of asks starts here."""
    return Ask.objects.filter(young_person__in=people.young_people(actor=actor))


def open_asks(*, actor: Actor, young_person_id: UUID) -> list[Ask]:
    """What one young person asked for and nobody has spoken with them about yet, the oldest first. One query."""
    return list(asks(actor=actor).filter(young_person_id=young_person_id, answered_at=None).order_by("asked_at"))


def ask(*, actor: Actor, ask_id: UUID) -> Ask:
    """One ask with its young person; raises `NotVisible`. One query."""
    found = asks(actor=actor).select_related("young_person").filter(pk=ask_id).first()
    if found is None:
        raise NotVisible
    return found


@dataclass(frozen=True, slots=True)
class HelpNow:
    """Whom a young person can call now, and what they asked for that nobody has spoken with them about yet."""

    people: people.WhoToCall
    open_asks: list[Ask]


def help_now(*, actor: Actor) -> HelpNow:
    """Help for the actor's own self. Three queries."""
    who = people.who_to_call(actor=actor)
    return HelpNow(who, open_asks(actor=actor, young_person_id=who.young_person.pk))
