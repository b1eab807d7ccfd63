"""Whether the service can do what it is for: read, write, and do what is due."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import connection, transaction

from . import heartbeats
from .heartbeats import Of
from .waiting import AWAY, briefly

LATE = timedelta(minutes=5)
# Whoever asks again within this time is told what was found then: asking often must not cost much.
_WRITTEN_WITHIN = timedelta(seconds=1)
OK, FAILING, NOT_TRIED = "ok", "failing", "not tried"


@dataclass(slots=True)
class Health:
    """Each part as one word or sentence."""

    reading: str = FAILING
    writing: str = NOT_TRIED
    due_work: str = NOT_TRIED
    due_work_seconds: int | None = None

    @property
    def is_good(self) -> bool:
        """Whether nothing is wrong."""
        return {self.reading, self.writing, self.due_work} == {OK}


def check_database() -> None:
    """Ask the database for a 1; raises `django.db.DatabaseError` when it does not answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def look() -> Health:
    """Try each part, and wait for none. Four queries at most."""
    found = Health()
    try:
        with briefly():
            _look_at_due_work(found)
            found.reading = OK
            found.writing = FAILING
            _write()
            found.writing = OK
    except AWAY:
        pass
    return found


def _look_at_due_work(found: Health) -> None:
    age = heartbeats.age(Of.DUE_WORK)
    if age is None:
        found.due_work = "has never been done"
        return
    found.due_work_seconds = max(0, round(age.total_seconds()))
    found.due_work = OK if age < LATE else "late"


def _write() -> None:
    age = heartbeats.age(Of.WRITING)
    if age is None or age > _WRITTEN_WITHIN:
        with transaction.atomic():
            heartbeats.beat(Of.WRITING)
