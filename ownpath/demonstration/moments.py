"""Days and hours that people keep: work in office hours, answers on the sofa at ten at night."""

from datetime import date, datetime, time, timedelta
from random import Random

from ownpath.core import clock

SATURDAY = 5
HOLIDAYS = {(12, 25), (12, 26), (1, 1)}


def at_work(rng: Random, day: date) -> datetime:
    """A moment between nine and half past five, on that day or on the last day of work before it."""
    while day.weekday() >= SATURDAY or (day.month, day.day) in HOLIDAYS:
        day -= timedelta(days=1)
    return _moment(day, rng.randrange(9 * 60, 17 * 60 + 30, 5))


def days_ago(days: int) -> date:
    """The day so many days before today; after today for less than 0."""
    return clock.today() - timedelta(days=days)


def working_day(day: date) -> date:
    """The day itself, or the Monday after a weekend."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= SATURDAY else 0)


def whenever(rng: Random, day: date) -> datetime:
    """A moment of a young person's day: any time, most of all in the evening."""
    return _moment(day, round(rng.triangular(9 * 60, 23 * 60 + 55, 21 * 60)))


def _moment(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(minute // 60, minute % 60), clock.LONDON)
