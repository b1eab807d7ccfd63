"""What I wrote about myself, what it said before, and who has read it."""

from dataclasses import dataclass
from datetime import datetime

from ownpath.about_me.enums import Heading
from ownpath.about_me.models import Reading, Told, ToldQuerySet
from ownpath.about_me.rules import can_write
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.people.opening import open_rows


@dataclass(frozen=True, slots=True)
class Reader:
    """Who said that they have read it, when last, and whether it has changed since."""

    name: str
    read_at: datetime
    has_changed_since: bool


@dataclass(frozen=True, slots=True)
class AboutMe:
    """Every heading with what stands there now, None where nothing does; and who has read it, the latest first."""

    parts: dict[Heading, Told | None]
    readers: list[Reader]


@dataclass(frozen=True, slots=True)
class Written:
    """One heading: what stands there now (an unsaved row where nothing ever did), and what did before."""

    now: Told
    before: list[Told]


def own_told(*, actor: Actor) -> ToldQuerySet:
    """Every row that the actor ever wrote about themselves, the oldest first."""
    rows = Told.objects.order_by("began_at", "pk")
    own = rows.filter(young_person_id=actor.young_person_id) if can_write(actor) else rows.none()
    return open_rows(actor, own)


def about_me(*, actor: Actor) -> AboutMe:
    """The actor's own page; `NotAllowed` for anybody without one. Two queries."""
    require(can_write(actor))
    told = {Heading(row.heading): row for row in own_told(actor=actor).standing()}
    newest = max((row.began_at for row in told.values()), default=None)
    readings = Reading.objects.filter(young_person_id=actor.young_person_id).order_by("read_at", "pk")
    latest = {row.reader_id: row for row in readings.select_related("reader", "up_to")}
    readers = [
        Reader(row.reader.name, row.read_at, newest is not None and row.up_to.began_at < newest)
        for row in sorted(latest.values(), key=lambda row: row.read_at, reverse=True)
    ]
    return AboutMe({heading: told.get(heading) for heading in Heading}, readers)


def written(*, actor: Actor, heading: Heading) -> Written:
    """One heading of the actor's own, with its history; `NotAllowed` for anybody without one. One query."""
    require(can_write(actor))
    *before, now = list(own_told(actor=actor).filter(heading=heading)) or [Told(heading=heading, version=0)]
    return Written(now, [row for row in reversed(before) if any(row.content)])
