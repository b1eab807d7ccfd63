"""When something last went well that nobody would miss at once."""

from datetime import timedelta

from . import clock
from .models import Heartbeat

Of = Heartbeat.Of


def beat(of: Of) -> None:
    """It went well just now."""
    now = clock.now()
    if not Heartbeat.objects.filter(pk=of).update(at=now):
        Heartbeat.objects.bulk_create([Heartbeat(of=of, at=now)], ignore_conflicts=True)


def age(of: Of) -> timedelta | None:
    """How long ago that was; None for never."""
    found = Heartbeat.objects.filter(pk=of).first()
    return clock.now() - found.at if found else None


def claim(of: Of, *, every: timedelta) -> bool:
    """Whether it is this caller's turn: of all who ask, on any machine, one gets it, and the next after that time."""
    now = clock.now()
    Heartbeat.objects.bulk_create([Heartbeat(of=of, at=now - every)], ignore_conflicts=True)
    return Heartbeat.objects.filter(pk=of, at__lte=now - every).update(at=now) == 1
