"""Meetings, visits, calls and messages, and what the adviser noted."""

from datetime import datetime, timedelta

from ownpath.core import clock
from ownpath.demonstration import moments, sentences
from ownpath.demonstration.life import Life
from ownpath.people.enums import ContactResult, ContactWay
from ownpath.people.models import Contact

WAYS = {
    ContactWay.MESSAGE: 34, ContactWay.CALL: 28, ContactWay.MEETING: 20, ContactWay.VISIT: 15, ContactWay.VIDEO: 3
}  # fmt: skip
WAYS_OF_TRYING = {ContactWay.MESSAGE: 5, ContactWay.CALL: 6, ContactWay.VISIT: 2}
TRIED_IN_VAIN = 0.13


def write(life: Life) -> None:
    """All contacts since the person joined, up to the silence that the story ends with."""
    rng, every = life.rng, life.story.contact_every_days
    silent_since = life.today - timedelta(days=rng.randint(*life.story.silent_days))
    day = life.person.joined_date + timedelta(days=rng.randint(0, 7))
    while day < silent_since:
        is_reached = rng.random() >= TRIED_IN_VAIN
        contact(life, moments.at_work(rng, day), is_reached=is_reached)
        day += timedelta(days=round(every * rng.uniform(0.5, 1.5)) if is_reached else rng.randint(1, 4))
    contact(life, moments.at_work(rng, silent_since), is_reached=True)
    while life.story.silent_days[0] > every and (day := day + timedelta(days=rng.randint(12, 25))) < life.today:
        contact(life, moments.at_work(rng, day), is_reached=False)


def contact(life: Life, at: datetime, *, is_reached: bool, words: str | None = None, way: str = "") -> Contact | None:
    """One contact, recorded the same day by the adviser of that time; none while there was no adviser."""
    adviser = life.adviser_at(at)
    if adviser is None or at < life.allocations[0].began_at:
        return None
    way = way or _way(life, at, is_reached=is_reached)
    row = Contact(**life.owned(), at=at, way=way, recorded_by=adviser)
    row.result = ContactResult.REACHED if is_reached else ContactResult.TRIED
    row.words = _note(life, way, at, is_reached=is_reached) if words is None else words
    row.recorded_at = min(at + timedelta(minutes=life.rng.choice((4, 10, 25, 55, 140))), clock.now())
    life.contacts.append(row)
    return life.rows.add(row)


def _way(life: Life, at: datetime, *, is_reached: bool) -> str:
    if sentences.IN_CUSTODY in life.tags(at):
        return life.rng.choice((ContactWay.CALL, ContactWay.CALL, ContactWay.VISIT))
    ways = WAYS if is_reached else WAYS_OF_TRYING
    return life.rng.choices(list(ways), list(ways.values()))[0]


def _note(life: Life, way: str, at: datetime, *, is_reached: bool) -> str:
    kind = f"{way}_reached" if is_reached else f"{way}_tried"
    known = sentences.notes(kind, life.tags(at))
    return sentences.freshest(life, known)
