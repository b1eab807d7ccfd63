"""What is kept for a time only, and how long: due work ends it. A test names each model without an entry."""

from dataclasses import dataclass
from datetime import timedelta

from django.apps import apps
from django.db.models import Model

from . import clock

A_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Expires:
    """Rows of one model, that long after the moment in one of their fields."""

    model: str
    moment: str
    after: timedelta


EXPIRES = (
    # A session holds who is signed in, a code that was mailed, and what was half typed.
    Expires("sessions.Session", "expire_date", timedelta(0)),
    # A phone that comes back with a form a day later changes nothing twice.
    Expires("core.SavedPost", "saved_at", timedelta(days=2)),
    # A turn ends with its answer; that of a worker that was killed stays behind.
    Expires("core.Turn", "until", timedelta(0)),
    # Somebody may type a code for twenty minutes after they asked for one that was twenty minutes old.
    Expires("accounts.SentCode", "made_at", timedelta(hours=1)),
    Expires("accounts.CodesAsked", "since", timedelta(hours=1)),
    Expires("core.ErrorReport", "mailed_at", timedelta(days=1)),
    # A mail that could not be sent in its time comes too late to be of use.
    Expires("core.OutgoingMail", "until", timedelta(0)),
)


def end_what_expired() -> int:
    """Delete it, a thousand rows at a time so that nobody waits long for a lock. Returns how many rows there were."""
    return sum(_end(each) for each in EXPIRES)


def _end(each: Expires) -> int:
    model: type[Model] = apps.get_model(each.model)
    rows = model._default_manager.filter(**{f"{each.moment}__lt": clock.now() - each.after})
    ended = 0
    while batch := list(rows.values_list("pk", flat=True)[:A_BATCH]):
        ended += model._default_manager.filter(pk__in=batch).delete()[0]
    return ended
