"""Records that ended."""

from uuid import UUID

from django.db.models import QuerySet

from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.people.models import RecordEnd
from ownpath.people.rules import may_reopen

from .records import young_people


def ends_of(*, actor: Actor, young_person_id: UUID | None) -> list[RecordEnd]:
    """Each time that one young person's record ended, the latest first, with who wrote it down and who opened it again;
    empty for somebody the actor may not see. One query.
    """
    rows = RecordEnd.objects.filter(young_person__in=young_people(actor=actor), young_person_id=young_person_id)
    return list(rows.select_related("ended_by", "reopened_by").order_by("-ended_at", "-pk"))


def ended_records(*, actor: Actor) -> QuerySet[RecordEnd]:
    """The ends that stand, the latest day first, each with its young person and who wrote it down. For managers; raises
    `NotAllowed` for others. One query.
    """
    require(may_reopen(actor))
    rows = RecordEnd.objects.filter(young_person__in=young_people(actor=actor), reopened_at=None)
    return rows.select_related("young_person", "ended_by").order_by("-on_date", "-pk")
