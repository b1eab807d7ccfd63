"""What was kept private opens only to somebody of whom it is known that they are the young person.

Whoever joins holds an open mailbox and knows a date of birth: their adviser could have both. Until somebody else has
checked who it is, the private rows of before stay shut to that account. Each room declares which rows of its models are
private, and reads them through `open_rows`; a guard opens every page as somebody unchecked.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Model, Q, QuerySet

from ownpath.core import clock
from ownpath.core.actor import Actor

from .models import Joining

type Shut = Callable[[datetime], Q]

_declared: dict[type[Model], Shut] = {}


def shut_until_checked(model: type[Model]) -> Callable[[Shut], Shut]:
    """Declare for a model which of its rows were kept private before a moment."""

    def declare(shut: Shut) -> Shut:
        _declared[model] = shut
        return shut

    return declare


def open_rows[Rows: QuerySet[Any]](actor: Actor, rows: Rows) -> Rows:
    """Of these rows of the actor's own record, those that are open to them: all, once it is checked who they are."""
    shut = _declared.get(rows.model)
    if actor.unchecked_since is None or shut is None:
        return rows
    private = rows.model._base_manager.filter(shut(actor.unchecked_since), young_person_id=actor.young_person_id)
    return rows.exclude(pk__in=private.values("pk"))


def shut_until_somebody_checks(young_person_id: UUID) -> None:
    """Each account of a record that nobody ever checked waits for it from now on. What its owner wrote with it is
    open to it; what was kept private on a lent device is not.
    """
    rows = Joining.objects.filter(young_person_id=young_person_id, undone_at=None, unchecked_since=None)
    rows.filter(checked_at=None).update(unchecked_since=F("joined_at"))


def holds_private_words(young_person_id: UUID) -> bool:
    """Whether a record holds anything that was kept private until now."""
    now = clock.now()
    return any(
        model._base_manager.filter(shut(now), young_person_id=young_person_id).exists()
        for model, shut in _declared.items()
    )
