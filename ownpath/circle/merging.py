"""The map when two records become one."""

from uuid import UUID

from ownpath.core import clock
from ownpath.people.merging import before_merge

from .models import Connection, MapSharing


@before_merge(MapSharing)
def stop_sharing(kept_id: UUID, other_id: UUID) -> list[UUID]:
    """Where both drew a map, it shows more people than when they chose to share it: they choose again."""
    drawn = Connection.objects.filter(young_person_id__in=[kept_id, other_id]).values("young_person_id").distinct()
    shared = MapSharing.objects.filter(young_person_id__in=[kept_id, other_id], ended_at=None)
    if drawn.count() > 1 or shared.count() > 1:
        shared.update(ended_at=clock.now())
    return []
