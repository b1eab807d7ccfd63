"""Why somebody may need time now: for one person, for an adviser's day, for a manager."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from ownpath.about_me.queries import marked_unread
from ownpath.attention.kinds import FINDS
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.core.by_name import sort_key
from ownpath.people import queries as people_queries
from ownpath.people.models import YoungPerson


@dataclass(frozen=True, slots=True)
class Listed:
    """A young person on a list, with the reasons why they may need time now; without any they come last. On one's own
    list also whether they wrote about themselves what one has not read.
    """

    young_person: YoungPerson
    reasons: tuple[Reason, ...]
    is_unread: bool = False


def reasons_for(*, actor: Actor, young_person_id: UUID) -> list[Reason]:
    """The reasons of one young person, the most urgent first; for staff and for the young person alike.

    There are none once their record has ended. Raises `NotVisible` for somebody the actor may not see. Eight queries.
    """
    person = people_queries.young_person(actor=actor, young_person_id=young_person_id)
    return _reasons(YoungPerson.objects.current().filter(pk=person.pk))


def attention_list(*, actor: Actor) -> list[Listed]:
    """The young people whom the actor is the adviser of: those with reasons first, ordered by their first reason; then
    the others by name. Eight queries.
    """
    return listed(marked_unread(people_queries.allocated_to(actor=actor), actor=actor))


def listed(people: QuerySet[YoungPerson]) -> list[Listed]:
    """These young people with their reasons, ordered as every list is. Eight queries."""
    by_person: dict[UUID, list[Reason]] = defaultdict(list)
    for reason in _reasons(people):
        by_person[reason.young_person_id].append(reason)
    rows = [Listed(person, tuple(by_person[person.pk]), getattr(person, "is_unread", False)) for person in people]
    return sorted(rows, key=_place)


def _reasons(people: QuerySet[YoungPerson]) -> list[Reason]:
    today = clock.today()
    found = (reason for find in FINDS for reason in find(people, today))
    return sorted(found, key=lambda reason: reason.order)


def _place(row: Listed) -> tuple[object, ...]:
    has_none = not row.reasons
    return (has_none, *(row.reasons[0].order if row.reasons else ()), sort_key(str(row.young_person)))
