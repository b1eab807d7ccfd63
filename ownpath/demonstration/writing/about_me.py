"""What somebody wrote about themselves, with its history, and which of their advisers read it."""

from datetime import datetime
from typing import Any

from ownpath.about_me.models import Reading, Told
from ownpath.demonstration import moments, sentences
from ownpath.demonstration.life import Life

EVERY = 6  # of the others, so many have written something


def write(life: Life, place: int) -> None:
    """By name where the file tells of them; some of the others, in turn, what anybody may write."""
    words = sentences.told("about_me")
    told = words.get(life.person.name) or _anybody(life, place, words["anybody"])
    rows = [row for heading, each in told.get("told", {}).items() for row in _under(life, heading, each)]
    for days_ago in told.get("read", []):
        _read(life, rows, moments.at_work(life.rng, moments.days_ago(days_ago)))


def _anybody(life: Life, place: int, choices: list[dict[str, Any]]) -> dict[str, Any]:
    is_long_enough_here = life.person.joined_date < moments.days_ago(120)
    return choices[place // EVERY % len(choices)] if life.user and place % EVERY == 2 and is_long_enough_here else {}


def _under(life: Life, heading: str, said: list[dict[str, Any]]) -> list[Told]:
    turns = [moments.whenever(life.rng, moments.days_ago(one["days_ago"])) for one in said]
    rows = []
    for version, (one, began, ended) in enumerate(zip(said, turns, [*turns[1:], None], strict=True), start=1):
        row = Told(**life.owned(), heading=heading, version=version, words=one["words"])
        row.phone, row.may_email, row.may_call = (one.get(name, "") for name in ("phone", "may_email", "may_call"))
        row.began_at, row.ended_at = began, ended
        rows.append(life.rows.add(row))
    return rows


def _read(life: Life, rows: list[Told], at: datetime) -> None:
    """Up to the newest that stood there."""
    reader, stood = life.adviser_at(at), [row for row in rows if row.began_at < at]
    if reader and stood:
        newest = max(stood, key=lambda row: row.began_at)
        life.rows.add(Reading(**life.owned(), reader=reader, up_to=newest, read_at=at))
