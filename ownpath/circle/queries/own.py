"""The young person's own map: now, and on any day since they began it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Min, Q, QuerySet

from ownpath.circle.models import Connection, MapSharing
from ownpath.circle.rules import can_draw
from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.people.opening import open_rows
from ownpath.people.queries import allocation_of


def own_connections(*, actor: Actor) -> QuerySet[Connection]:
    """Every row of the actor's own map, also what was taken off, in the order in which people came to it."""
    if not can_draw(actor):
        return Connection.objects.none()
    rows = Connection.objects.filter(young_person_id=actor.young_person_id)
    return open_rows(actor, rows).order_by("who", "version")


def own_sharing(*, actor: Actor) -> QuerySet[MapSharing]:
    """From when to when the actor shared their map."""
    if not can_draw(actor):
        return MapSharing.objects.none()
    return MapSharing.objects.filter(young_person_id=actor.young_person_id).order_by("began_at")


@dataclass(frozen=True, slots=True)
class MyPeople:
    """The people on the map on a day (None is now), since when there is a map, whether it is shared, and the name of
    the actor's adviser where they are not on it.
    """

    people: list[Connection]
    on: date | None
    began: date | None
    is_shared: bool
    adviser: str


def my_people(*, actor: Actor, on: date | None = None) -> MyPeople:
    """The actor's own map; raises `NotAllowed` for anybody without one of their own. Five queries at most."""
    require(can_draw(actor))
    assert actor.young_person_id is not None
    rows = own_connections(actor=actor)
    people = list(rows.filter(_stood_on(on)))
    first = rows.aggregate(first=Min("began_at"))["first"]
    allocation = allocation_of(actor=actor, young_person_id=actor.young_person_id)
    adviser = allocation.adviser.name if allocation else ""
    return MyPeople(
        people=people,
        on=on,
        began=clock.day_of(first) if first else None,
        is_shared=own_sharing(actor=actor).filter(ended_at=None).exists(),
        adviser="" if adviser in {person.name for person in people} else adviser,
    )


def _stood_on(day: date | None) -> Q:
    """As the day ended in London; without a day, as it is now."""
    if day is None:
        return Q(ended_at=None)
    end = datetime.combine(day + timedelta(days=1), time(), clock.LONDON)
    return Q(began_at__lt=end) & (Q(ended_at=None) | Q(ended_at__gte=end))


def connection(*, actor: Actor, connection_id: UUID) -> Connection:
    """Somebody who stands on the actor's own map now; raises `NotVisible`. One query."""
    found = own_connections(actor=actor).filter(who=connection_id, ended_at=None).first()
    if found is None:
        raise NotVisible
    return found


def kept(*, actor: Actor, connection_id: UUID) -> Connection:
    """Somebody who stands or stood on the actor's own map, as they stood last; raises `NotVisible`. One query."""
    found = own_connections(actor=actor).filter(who=connection_id).last()
    if found is None:
        raise NotVisible
    return found
