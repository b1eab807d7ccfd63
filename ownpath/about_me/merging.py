"""What both records say about them."""

from itertools import groupby
from uuid import UUID

from ownpath.core import clock
from ownpath.people.merging import before_merge, number_by_time

from .models import Told


@before_merge(Told)
def keep_what_was_written_last(kept_id: UUID, other_id: UUID) -> list[UUID]:
    """Under each heading that both have, what was written last is what they say now; the rest is how it was before."""
    rows = Told.objects.filter(young_person_id__in=[kept_id, other_id]).order_by("heading")
    for _heading, group in groupby(rows, key=lambda row: row.heading):
        under = list(group)
        if len({row.young_person_id for row in under}) > 1:
            *before, _last = number_by_time(under, lambda row: row.began_at)
            Told.objects.filter(pk__in=[row.pk for row in before], ended_at=None).update(ended_at=clock.now())
    return []
