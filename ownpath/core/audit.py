"""The audit that an action cannot skip.

An action returns `Audited(result, …)`; only the `@action` wrapper can unwrap it, and it writes the event in the same
transaction. An action that returns anything else fails its types and, at run time, rolls back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.db import models, transaction

from . import late_looks
from .actor import Actor
from .metrics import SAVES
from .models import AuditEvent
from .waiting import AWAY, briefly


@dataclass(frozen=True, slots=True)
class Audited[T]:
    """What an action gives back, and what the audit says about it: the thing and whose record it belongs to."""

    result: T
    about: models.Model | None = None
    young_person_id: UUID | None = None


class NotAudited(Exception):
    """An action ended without saying what it did."""


def action[**P, T](function: Callable[P, Audited[T]]) -> Callable[P, T]:
    """Make a write: keyword-only, `actor` first, one transaction, one audit event named after the function."""
    room = function.__module__.removeprefix("ownpath.").partition(".actions")[0]
    verb = f"{room}.{function.__name__}"

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> T:
        actor = kwargs["actor"]
        assert isinstance(actor, Actor)
        with transaction.atomic():
            outcome = function(*args, **kwargs)
            if not isinstance(outcome, Audited):
                raise NotAudited(verb)
            _write(AuditEvent.Kind.CHANGE, verb, actor, outcome.about, outcome.young_person_id)
            transaction.on_commit(SAVES.labels(room).inc, robust=True)
        return outcome.result

    run.is_action = True  # type: ignore[attr-defined]
    return run


def viewed(actor: Actor, page: str, *young_person_ids: UUID) -> None:
    """Record that the actor opened a page that showed something of each of these records. One query.

    Nobody waits for it: what the database cannot take at once is kept in a file, which the due work brings in. Raises
    `OSError` where that cannot be written either: then the page must not be shown.
    """
    looks = [
        AuditEvent(
            kind=AuditEvent.Kind.VIEW,
            verb=page,
            actor_id=actor.user_id,
            actor_role=actor.role,
            authority_id=actor.authority_id,
            young_person_id=young_person_id,
            sitting_id=actor.sitting_id,
        )
        for young_person_id in young_person_ids
    ]
    try:
        with briefly():
            AuditEvent.objects.bulk_create(looks)
    except AWAY:
        late_looks.keep(looks)


def _write(
    kind: AuditEvent.Kind, verb: str, actor: Actor, about: models.Model | None, young_person_id: UUID | None
) -> None:
    thing: dict[str, Any] = {"thing": about._meta.label, "thing_id": about.pk} if about is not None else {}
    AuditEvent.objects.create(
        kind=kind,
        verb=verb,
        actor_id=actor.user_id,
        actor_role=actor.role,
        authority_id=actor.authority_id,
        young_person_id=young_person_id,
        sitting_id=actor.sitting_id,
        **thing,
    )
