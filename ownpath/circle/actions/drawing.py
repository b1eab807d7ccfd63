"""Putting somebody on the map, and saying something else about them."""

from dataclasses import asdict, dataclass, replace
from typing import Self
from uuid import UUID

from ownpath.circle.enums import Ring
from ownpath.circle.models import Connection
from ownpath.circle.queries import own_connections
from ownpath.circle.rules import can_draw
from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.core.versions import StaleEdit
from ownpath.people.models import YoungPerson


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the map says about somebody. All but the name and the place may be left open."""

    name: str
    ring: int
    kind: str = ""
    feel: str = ""
    at_night: str = ""
    wish: str = ""

    @classmethod
    def of(cls, row: Connection) -> Self:
        """What one row says."""
        return cls(row.name, row.ring, row.kind, row.feel, row.at_night, row.wish)


@action
def add_connection(*, actor: Actor, drawn: Drawn, is_left_out: bool = False) -> Audited[Connection]:
    """The young person puts somebody on their map. `NotAllowed` for anybody else, and without a name."""
    hold_map(actor)
    require(bool(drawn.name.strip()))
    row = Connection(authority_id=actor.authority_id, young_person_id=actor.young_person_id, is_left_out=is_left_out)
    _write(row, drawn)
    return Audited(row, about=row, young_person_id=actor.young_person_id)


@action
def change_connection(
    *, actor: Actor, connection_id: UUID, drawn: Drawn, is_left_out: bool, version: int
) -> Audited[Connection]:
    """The young person says something else about somebody; what it said before is kept with its days.

    `version` is the one that was open. Raises `StaleEdit` when another phone saved something else meanwhile, unless
    both say the same; `NotVisible` for somebody who is not on the actor's own map.
    """
    row = _standing(actor, connection_id)
    require(bool(drawn.name.strip()))
    wanted, now = replace(drawn, name=drawn.name.strip()), Drawn.of(row)
    if wanted != now:
        opened = own_connections(actor=actor).filter(who=connection_id, version=version).first()
        if opened is None or Drawn.of(opened) != now:
            raise StaleEdit(row)
        row = _next(row, wanted)
    if row.is_left_out != is_left_out:
        row.is_left_out = is_left_out
        row.save(update_fields=["is_left_out"])
    return Audited(row, about=row, young_person_id=actor.young_person_id)


@action
def move_connection(*, actor: Actor, connection_id: UUID, ring: Ring) -> Audited[Connection]:
    """The young person moves somebody closer or further away; moving them to where they stand changes nothing.

    Raises `NotVisible` for somebody who is not on the actor's own map.
    """
    row = _standing(actor, connection_id)
    if row.ring != ring:
        row = _next(row, replace(Drawn.of(row), ring=ring))
    return Audited(row, about=row, young_person_id=actor.young_person_id)


def hold_map(actor: Actor) -> None:
    """Hold the actor's own map until the transaction ends, so that two phones do not draw over each other."""
    require(can_draw(actor))
    YoungPerson.objects.select_for_update().get(pk=actor.young_person_id, authority_id=actor.authority_id)


def _standing(actor: Actor, connection_id: UUID) -> Connection:
    hold_map(actor)
    row = own_connections(actor=actor).filter(who=connection_id, ended_at=None).first()
    if row is None:
        raise NotVisible
    return row


def _next(row: Connection, drawn: Drawn) -> Connection:
    row.ended_at = clock.now()
    row.save(update_fields=["ended_at"])
    after = Connection(authority_id=row.authority_id, young_person_id=row.young_person_id, who=row.who)
    after.is_left_out, after.version, after.began_at = row.is_left_out, row.version + 1, row.ended_at
    return _write(after, drawn)


def _write(row: Connection, drawn: Drawn) -> Connection:
    for name, value in asdict(drawn).items():
        setattr(row, name, value)
    row.name = row.name.strip()
    row.save(force_insert=True)
    return row
