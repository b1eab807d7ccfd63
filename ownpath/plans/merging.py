"""What both records plan."""

from uuid import UUID

from ownpath.core import clock
from ownpath.people.merging import before_merge, number_by_time

from .models import Review, Statement


@before_merge(Statement)
def keep_what_was_written_last(kept_id: UUID, other_id: UUID) -> list[UUID]:
    """What they said last about doing well holds."""
    number_by_time(Statement.objects.filter(young_person_id__in=[kept_id, other_id]), lambda row: row.said_at)
    return []


@before_merge(Review)
def keep_the_earlier_review(kept_id: UUID, other_id: UUID) -> list[UUID]:
    """Of two days to look at the plan by, the earlier is kept; the later stays with the other record."""
    ahead = Review.objects.filter(young_person_id__in=[kept_id, other_id], held_date=None).order_by("due_date", "pk")
    if len(ahead) < len([kept_id, other_id]):
        return []
    earlier, later = ahead
    # One review ahead for each record: this one steps aside while the two change places.
    Review.objects.filter(pk=later.pk).update(held_date=clock.today(), young_person_id=other_id)
    Review.objects.filter(pk=earlier.pk).update(young_person_id=kept_id)
    Review.objects.filter(pk=later.pk).update(held_date=None)
    return [later.pk]
