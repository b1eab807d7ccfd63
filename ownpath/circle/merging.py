"""The map when two records become one."""

from uuid import UUID

from ownpath.core import clock
from ownpath.people.merging import before_merge

from .models import MapSharing


@before_merge(MapSharing)
def stop_sharing(kept_id: UUID, other_id: UUID) -> list[UUID]:
    """Where both drew a map, it shows more people than when they chose to share it: they choose again."""
    MapSharing.objects.filter(young_person_id__in=[kept_id, other_id], ended_at=None).update(ended_at=clock.now())
    return []
