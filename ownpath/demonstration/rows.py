"""Rows that are not saved yet: collected while lives are invented, then saved in bulk."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import batched

from django.db.models import Model

from ownpath.about_me.models import Reading, Told
from ownpath.accounts.models import Absence, FacePhoto, Membership, User
from ownpath.circle.models import Connection, MapSharing
from ownpath.core.models import AuditEvent
from ownpath.organisations.models import Authority, Team
from ownpath.people.models import Allocation, CarePeriod, Contact, Meeting, Observation, YoungPerson
from ownpath.plans.models import (
    Goal,
    GoalVersion,
    NotMeant,
    Review,
    Statement,
    Step,
    StepVersion,
    Win,
    WinPhoto,
    WinVersion,
)
from ownpath.sharing.models import NotRight
from ownpath.support.models import AllowanceLine, Ask, AskEntry, CallOut, OfferEntry, Standards
from ownpath.surveys.models import (
    AnswerReading,
    AreaAnswer,
    Paper,
    Priority,
    Reminder,
    Response,
    Sitting,
    SurveyRequest,
)

# Each after those that it points at.
ORDER: tuple[type[Model], ...] = (
    Authority, Team, User, Membership, FacePhoto, Absence, Standards, OfferEntry, YoungPerson, CarePeriod, Allocation,
    Contact, Meeting, Observation, SurveyRequest, Sitting, Response, Paper, Reminder, AreaAnswer, AnswerReading,
    Priority, Goal, GoalVersion, Step, StepVersion, NotMeant, Statement, Win, WinVersion, WinPhoto, Review,
    NotRight, Ask, AskEntry, CallOut, AllowanceLine,
    Connection, MapSharing, Told, Reading,
    AuditEvent,
)  # fmt: skip
BATCH = 2000


class Rows:
    """Unsaved rows of every kind."""

    def __init__(self) -> None:
        self._of: dict[type[Model], list[Model]] = defaultdict(list)

    def add[T: Model](self, row: T) -> T:
        """Keep a row, and give it back."""
        self._of[type(row)].append(row)
        return row

    def drop(self, row: Model) -> None:
        """Take a row back that does not fit after all."""
        self._of[type(row)].remove(row)

    def of[T: Model](self, model: type[T]) -> list[T]:
        """The rows of one kind, in the order in which they were added."""
        return self._of[model]  # type: ignore[return-value]

    def batches(self) -> list[tuple[type[Model], tuple[Model, ...]]]:
        """All rows in the order in which they can be saved, so many at a time."""
        return [(model, batch) for model in ORDER for batch in batched(self._of[model], BATCH)]


def save(batches: Iterator[tuple[type[Model], tuple[Model, ...]]]) -> None:
    """Insert the batches as they come."""
    for model, batch in batches:
        model._base_manager.bulk_create(batch)
