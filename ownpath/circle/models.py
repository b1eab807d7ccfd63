from django.db import models
from django.db.models import Q

from ownpath.core import clock
from ownpath.core.fields import plain, special
from ownpath.core.ids import new_id
from ownpath.people.models import OfYoungPerson

from .enums import AtNight, Feel, Kind, Ring, Wish


class Connection(OfYoungPerson):
    """Somebody on a young person's own map, as they stood there from one moment to another.

    A change ends one row and begins the next; all rows of one person have the same `who`. Nobody else writes here.
    """

    who = plain(models.UUIDField(default=new_id))
    version = plain(models.PositiveIntegerField(default=1))
    name = special(models.CharField(max_length=60))
    ring = special(models.PositiveSmallIntegerField(choices=Ring))
    kind = special(models.CharField(max_length=10, choices=Kind, blank=True))
    feel = special(models.CharField(max_length=10, choices=Feel, blank=True))
    at_night = special(models.CharField(max_length=10, choices=AtNight, blank=True))
    wish = special(models.CharField(max_length=10, choices=Wish, blank=True))
    is_left_out = plain(models.BooleanField(default=False, help_text="Stays mine alone, also while the map is shared."))
    began_at = plain(models.DateTimeField(default=clock.now))
    ended_at = plain(models.DateTimeField(null=True, blank=True))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["who"], condition=Q(ended_at__isnull=True), name="connection_stands_once"),
            models.UniqueConstraint(fields=["who", "version"], name="connection_version_once"),
            models.CheckConstraint(condition=~Q(name=""), name="connection_has_a_name"),
        ]
        indexes = [models.Index(fields=["young_person", "ended_at"], name="connection_by_person")]

    def __str__(self) -> str:
        return self.name


class MapSharing(OfYoungPerson):
    """That a young person shares their map with those who work with them, from when to when."""

    began_at = plain(models.DateTimeField(default=clock.now))
    ended_at = plain(models.DateTimeField(null=True, blank=True))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["young_person"], condition=Q(ended_at__isnull=True), name="map_is_shared_once"
            )
        ]
