"""A map that its owner shares: as it is now, without those left out. While it is not shared there is no map."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from ownpath.circle.enums import AtNight, Wish
from ownpath.circle.models import Connection, MapSharing
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.people.opening import open_rows
from ownpath.people.queries import young_people, young_person


@dataclass(frozen=True, slots=True)
class SharedMap:
    """Whose map it is, and the people on it whom they share."""

    young_person: YoungPerson
    people: list[Connection]

    def who_wish(self, wish: str) -> list[Connection]:
        """Those of whom the young person would like to see more, or whom they would like to find."""
        return [person for person in self.people if person.wish == wish]

    @property
    def wished_for(self) -> list[Connection]:
        """Everybody about whom the young person wishes for something."""
        return self.who_wish(Wish.FIND) + self.who_wish(Wish.MORE)

    @property
    def has_nobody_at_night(self) -> bool:
        """They said it of somebody, and of nobody that they could call them at night."""
        said = {person.at_night for person in self.people}
        return bool(said - {""}) and AtNight.YES not in said


def shared_map(*, actor: Actor, young_person_id: UUID) -> SharedMap:
    """For staff who work with the young person, while the map is shared; raises `NotVisible` else. Two queries."""
    whose = young_person(actor=actor, young_person_id=young_person_id)
    if not is_shared(actor=actor, young_person_id=young_person_id):
        raise NotVisible
    people = _shared_connections(actor).filter(young_person_id=young_person_id)
    return SharedMap(whose, list(people.order_by("who")))


def is_shared(*, actor: Actor, young_person_id: UUID) -> bool:
    """Whether the actor may read the map of a young person whom they may see. One query."""
    shared = MapSharing.objects.filter(young_person__in=young_people(actor=actor), ended_at=None)
    return shared.filter(young_person_id=young_person_id).exists()


def readable_connection(*, actor: Actor, young_person_id: UUID, connection_id: UUID) -> Connection:
    """Somebody on a map as it is now: one's own, or one that is shared and does not leave them out.

    Raises `NotVisible`. One query.
    """
    own = Q(young_person_id=actor.young_person_id) if actor.young_person_id else Q(pk__in=_shared_connections(actor))
    on_the_map = Connection.objects.filter(young_person_id=young_person_id, who=connection_id, ended_at=None)
    rows = open_rows(actor, on_the_map).filter(own)
    found = rows.select_related("young_person").first()
    if found is None:
        raise NotVisible
    return found


def _shared_connections(actor: Actor) -> QuerySet[Connection]:
    shared = MapSharing.objects.filter(young_person=OuterRef("young_person"), ended_at=None)
    rows = Connection.objects.filter(young_person__in=young_people(actor=actor), ended_at=None, is_left_out=False)
    return rows.filter(Exists(shared))
