"""The map of the people in a life, with its history, for those of whom `words/people.yaml` tells."""

from datetime import datetime
from typing import Any

from ownpath.circle.models import Connection, MapSharing
from ownpath.core.ids import new_id
from ownpath.demonstration import moments, sentences
from ownpath.demonstration.life import Life

type Told = dict[str, Any]


def write(life: Life) -> None:
    """Everybody on the map, and that it is shared where it is."""
    told = sentences.told("people").get(life.person.name, {})
    for person in told.get("people", []):
        _stood(life, person)
    if "shared" in told:
        life.rows.add(MapSharing(**life.owned(), began_at=_at(life, told["shared"])))


def _stood(life: Life, told: Told) -> None:
    """A row for each time that something else was said about them, one ending where the next begins."""
    who, said = new_id(), told["said"]
    turns = [_at(life, one["days_ago"]) for one in said]
    ends = [*turns[1:], _at(life, told["until"]) if "until" in told else None]
    for version, (one, began, ended) in enumerate(zip(said, turns, ends, strict=True), start=1):
        row = Connection(**life.owned(), who=who, version=version, name=told["name"], began_at=began, ended_at=ended)
        row.ring, row.is_left_out = one["ring"], told.get("is_left_out", False)
        row.kind, row.feel = one.get("kind", ""), one.get("feel", "")
        row.at_night, row.wish = one.get("at_night", ""), one.get("wish", "")
        life.rows.add(row)


def _at(life: Life, days_ago: int) -> datetime:
    return moments.whenever(life.rng, moments.days_ago(days_ago))
