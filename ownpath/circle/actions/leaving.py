"""Taking somebody off the map, or out of it altogether."""

from uuid import UUID

from ownpath.circle.models import Connection
from ownpath.circle.queries import own_connections
from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action

from .drawing import hold_map


@action
def take_off(*, actor: Actor, connection_id: UUID) -> Audited[Connection]:
    """The young person takes somebody off their map from now on; how it was before still shows them.

    Doing it twice keeps the first day. Raises `NotVisible` for somebody who never was on the actor's own map.
    """
    hold_map(actor)
    row = own_connections(actor=actor).filter(who=connection_id).last()
    if row is None:
        raise NotVisible
    if row.ended_at is None:
        row.ended_at = clock.now()
        row.save(update_fields=["ended_at"])
    return Audited(row, about=row, young_person_id=actor.young_person_id)


@action
def forget_connection(*, actor: Actor, connection_id: UUID) -> Audited[None]:
    """The young person removes somebody wholly, as if they had never been on the map: looking back may hurt.

    For good: every row is deleted, and only the event that something was is left, without a name. Raises `NotVisible`
    for somebody who is not, and was not, on the actor's own map.
    """
    hold_map(actor)
    deleted, _ = own_connections(actor=actor).filter(who=connection_id).delete()
    if not deleted:
        raise NotVisible
    return Audited(None, young_person_id=actor.young_person_id)
