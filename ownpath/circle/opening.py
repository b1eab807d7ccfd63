"""What of the map is private: all of it but what is shared now."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from ownpath.people.opening import shut_until_checked

from .models import Connection, MapSharing


@shut_until_checked(Connection)
def own_people(since: datetime) -> Q:
    """Who was left out or taken off, and everybody while the map is not shared."""
    is_shared = Exists(MapSharing.objects.filter(young_person=OuterRef("young_person"), ended_at=None))
    is_kept = Q(is_left_out=True) | Q(ended_at__isnull=False) | ~Q(is_shared)
    return is_kept & Q(began_at__lt=since)
