"""What both records say about them."""

from datetime import UTC, datetime
from itertools import groupby
from uuid import UUID

from ownpath.core import clock
from ownpath.people.merging import before_merge, number_by_time

from .enums import Safe, SafeCall
from .models import Reading, Told


@before_merge(Told)
def keep_what_was_written_last(kept_id: UUID, other_id: UUID) -> list[UUID]:
    """Under each heading that both have, what was written last is what they say now; the rest is how it was before.
    That a way to reach them is not safe holds against what is newer: the two may speak of two phones.
    """
    rows = Told.objects.filter(young_person_id__in=[kept_id, other_id]).order_by("heading")
    for _heading, group in groupby(rows, key=lambda row: row.heading):
        under = list(group)
        if len({row.young_person_id for row in under}) > 1:
            *before, _last = number_by_time(under, _when)
            Told.objects.filter(pk__in=[row.pk for row in before], ended_at=None).update(ended_at=clock.now())
    return []


def _when(row: Told) -> datetime:
    is_unsafe = row.ended_at is None and (row.may_email == Safe.NO or row.may_call not in ("", SafeCall.YES))
    return datetime.max.replace(tzinfo=UTC) if is_unsafe else row.began_at


@before_merge(Reading)
def read_it_again(kept_id: UUID, other_id: UUID) -> list[UUID]:
    """Whoever read what stood on one record has not read the other: where both say something, all of it is to be read
    again, and who has read it stays with the other record.
    """
    says = Told.objects.standing().filter(young_person_id__in=[kept_id, other_id])
    if says.values("young_person_id").distinct().count() > 1:
        Reading.objects.filter(young_person_id=kept_id).update(young_person_id=other_id)
        return list(Reading.objects.filter(young_person_id=other_id).values_list("pk", flat=True))
    return []
