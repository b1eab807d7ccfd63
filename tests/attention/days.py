from datetime import date, datetime, time

from ownpath.core.clock import LONDON


def at(day: date, hour: int = 12, minute: int = 0) -> datetime:
    """A moment of a London day."""
    return datetime.combine(day, time(hour, minute), LONDON)
