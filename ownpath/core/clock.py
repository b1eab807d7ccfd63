"""What time it is. Times are stored in UTC; days are days in London. Nothing else asks the system clock."""

from calendar import monthrange
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.utils import timezone

LONDON = ZoneInfo("Europe/London")
_held: ContextVar[datetime | None] = ContextVar("held", default=None)


def now() -> datetime:
    """The moment, aware, in UTC."""
    return _held.get() or timezone.now()


def today() -> date:
    """The day in London."""
    return day_of(now())


def day_of(moment: datetime) -> date:
    """The day in London on which an aware moment falls."""
    return moment.astimezone(LONDON).date()


def at(day: date, time: time) -> datetime:
    """The moment, in UTC, of a time of day on a day in London; of two that the clock shows alike, the first."""
    return datetime.combine(day, time, tzinfo=LONDON).astimezone(UTC)


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months on (or back, for less than 0); the month's last day if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@contextmanager
def held_at(moment: datetime) -> Iterator[None]:
    """Hold the clock at an aware moment, for tests and for the demonstration's past."""
    token = _held.set(moment)
    try:
        yield
    finally:
        _held.reset(token)
