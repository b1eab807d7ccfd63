"""How the rows of a record move into another of the same person.

Every row moves. Where both records may not hold the same thing at once, the room of that model makes way first: it
declares so in its `merging`.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model, Q, QuerySet

from .models import OfYoungPerson, YoungPerson

type MakeWay = Callable[[UUID, UUID], Iterable[UUID]]

_declared: dict[type[Model], MakeWay] = {}


def before_merge(model: type[Model]) -> Callable[[MakeWay], MakeWay]:
    """Declare a function for a model: given the ids of the record that is kept and of the other, it makes way, and
    brings the ids of the rows that stay with the other record because the kept one says the same already.
    """

    def declare(make_way: MakeWay) -> MakeWay:
        _declared[model] = make_way
        return make_way

    return declare


def makes_way(model: type[Model]) -> bool:
    """Whether a room has declared what happens to a model."""
    return model in _declared


def move_rows(kept_id: UUID, other_id: UUID) -> dict[str, list[str]]:
    """Move every row of the other record; the ids of those that moved, by the label of their model. Every room has made
    way before the first row moves.
    """
    stays = {model: list(make_way(kept_id, other_id)) for model, make_way in _declared.items()}
    moved = {}
    for model in (found for found in apps.get_models() if issubclass(found, OfYoungPerson)):
        rows = model._base_manager.filter(young_person_id=other_id).exclude(pk__in=stays.get(model, []))
        moved[model._meta.label] = [str(pk) for pk in rows.order_by("pk").values_list("pk", flat=True)]
        rows.update(young_person_id=kept_id)
    return {label: ids for label, ids in moved.items() if ids}


def number_by_time(rows: Iterable[Any], when: Callable[[Any], datetime]) -> list[Any]:
    """Give rows with a `version` new ones, in the order of their time and above all that they have; in that order."""
    in_order = sorted(rows, key=lambda row: (when(row), row.pk))
    highest = max((row.version for row in in_order), default=0)
    for place, row in enumerate(in_order, start=1):
        row.version = highest + place
        row.save(update_fields=["version"])
    return in_order


def of_record(people: QuerySet[YoungPerson]) -> Q:
    """The rows of these records, and the few that a record merged into one of them still holds: what both say of the
    same day.
    """
    return Q(young_person__in=people) | Q(young_person__merged_into__in=people)


def about(young_person_id: UUID) -> Q:
    """The events of a record, and of those that were merged into it."""
    merged = YoungPerson.objects.filter(merged_into_id=young_person_id)
    return Q(young_person_id=young_person_id) | Q(young_person_id__in=merged.values("pk"))
