"""What is planned: a meeting, a visit or a call ahead for many, and for a few one that was moved or does not suit."""

from datetime import datetime, time, timedelta

from ownpath.core import clock
from ownpath.demonstration import moments
from ownpath.demonstration.life import Life
from ownpath.people.enums import ContactWay, MeetingEnding
from ownpath.people.models import Meeting

PLANNED_EVERY, MOVED_EVERY, DOES_NOT_SUIT_EVERY = 2, 10, 28
WAYS = (
    (ContactWay.MEETING, "The café by the station"),
    (ContactWay.VISIT, "At yours"),
    (ContactWay.CALL, ""),
    (ContactWay.MEETING, "The library, ground floor"),
)
HOURS = (time(10), time(11, 30), time(14), time(15, 30), time(16, 15))
REASON = "I have to be in court that morning. Sorry."


def write(life: Life, place: int) -> None:
    """Something ahead for every second one who has joined and has an adviser; nothing is drawn, so that a life before
    it stays as it was.
    """
    if life.user is None or life.adviser_at(clock.now()) is None or place % PLANNED_EVERY:
        return
    way, where = WAYS[place // PLANNED_EVERY % len(WAYS)]
    ahead = plan(life, days=1 + place % 17, hour=HOURS[place % len(HOURS)], way=way, where=where)
    if place % DOES_NOT_SUIT_EVERY == 0:
        ahead.cannot_at = clock.now() - timedelta(hours=5)
        ahead.cannot_words = "I have college then. Any day after four?"
    elif place % MOVED_EVERY == 0:
        move_from(life, ahead, REASON)


def plan(life: Life, *, days: int, hour: time, way: ContactWay, where: str) -> Meeting:
    """A meeting in so many days, on a day on which people work, planned last week."""
    adviser = life.adviser_at(clock.now())
    assert adviser is not None
    day = moments.working_day(life.today + timedelta(days=days))
    row = Meeting(**life.owned(), at=datetime.combine(day, hour, clock.LONDON), way=way, place=where)
    row.with_whom, row.planned_by, row.planned_at = adviser.name, adviser, clock.now() - timedelta(days=6)
    return life.rows.add(row)


def move_from(life: Life, after: Meeting, reason: str) -> None:
    """That it was planned for two days earlier, and why it was moved."""
    before = Meeting(**life.owned(), at=after.at - timedelta(days=2), way=after.way, place=after.place)
    before.with_whom, before.planned_by, before.planned_at = after.with_whom, after.planned_by, after.planned_at
    before.ended_at, before.ended_by = clock.now() - timedelta(days=1), after.planned_by
    before.ending, before.reason = MeetingEnding.MOVED, reason
    life.rows.drop(after)
    life.rows.add(before)
    after.instead_of = before
    life.rows.add(after)
