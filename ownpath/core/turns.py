"""Costly answers, one after the other: one at a time for a person, and few for the whole service.

Turns are rows, so that all workers and machines count the same. Whoever finds no turn is told so at once and holds no
thread while they wait.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

from django.db import IntegrityError, transaction

from . import clock
from .actor import Actor
from .models import Turn

__all__ = ["LONGEST", "Busy", "Kind", "Turn", "end", "take"]

# No answer takes longer; the turn of a worker that was killed is free again after that.
LONGEST = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of costly answer, and how many of it are made at once for everybody together; None for any number."""

    name: str
    at_once: int | None = None


class Busy(Exception):
    """No turn is free."""

    class Why(Enum):
        YOURS = auto()
        OTHERS = auto()

    def __init__(self, why: Why) -> None:
        self.why = why
        super().__init__(why.name)


def take(actor: Actor, kind: Kind) -> Turn:
    """A turn for this actor, who is somebody; it lasts until `end`. Raises `Busy`."""
    assert actor.person_id is not None
    turns = list(Turn.objects.filter(kind=kind.name))
    if over := [turn.pk for turn in turns if turn.until <= clock.now()]:
        Turn.objects.filter(pk__in=over).delete()
    taken = [turn for turn in turns if turn.pk not in over]
    if any(turn.person_id == actor.person_id for turn in taken):
        raise Busy(Busy.Why.YOURS)
    free = sorted(set(range(kind.at_once or 0)) - {turn.place for turn in taken})
    for place in free if kind.at_once else [None]:
        try:
            with transaction.atomic():
                return Turn.objects.create(
                    kind=kind.name, person_id=actor.person_id, place=place, until=clock.now() + LONGEST
                )
        except IntegrityError:
            continue  # somebody was faster, perhaps the same person
    raise Busy(Busy.Why.OTHERS)


def end(turn: Turn) -> None:
    """The answer was made, or given up."""
    Turn.objects.filter(pk=turn.pk).delete()
