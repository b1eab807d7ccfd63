from datetime import date

from django.db import models
from django.db.models import Value

from ownpath.core import clock
from ownpath.core.fields import plain
from ownpath.organisations.models import OfAuthority
from ownpath.people.enums import CareLeaverStatus
from ownpath.support.enums import OfferHeading, OfferPlace


class OfferEntry(OfAuthority):
    """One thing that the authority's local offer holds. An entry that is taken out is retired: asks point at it."""

    slug = plain(models.SlugField(max_length=60))
    place = plain(models.PositiveSmallIntegerField())
    heading = plain(models.CharField(max_length=15, choices=OfferHeading))
    title = plain(models.CharField(max_length=120))
    words = plain(models.TextField())
    is_right = plain(models.BooleanField(help_text="By law; else the authority gives it on top."))
    youngest = plain(models.PositiveSmallIntegerField(null=True, blank=True))
    oldest = plain(models.PositiveSmallIntegerField(null=True, blank=True))
    statuses = plain(
        models.JSONField(
            default=list,
            db_default=Value([], models.JSONField()),
            help_text="Each a CareLeaverStatus; none: for every status.",
        )
    )
    who_for = plain(models.CharField(max_length=300, blank=True))
    lives = plain(models.CharField(max_length=5, choices=OfferPlace, default=OfferPlace.BOTH))
    evidence = plain(models.CharField(max_length=300, blank=True))
    how = plain(models.CharField(max_length=300, blank=True))
    link = plain(models.URLField(max_length=300, blank=True))
    review_date = plain(models.DateField())
    loaded_at = plain(models.DateTimeField(default=clock.now))
    retired_at = plain(models.DateTimeField(null=True, blank=True))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "slug"], name="offer_entry_once")]

    def is_for(self, age: int, status: CareLeaverStatus | None) -> bool:
        """Whether somebody is among those whom it is for. A status that nobody has written down shuts nobody out."""
        is_for_age = (self.youngest is None or age >= self.youngest) and (self.oldest is None or age <= self.oldest)
        return is_for_age and (status is None or not self.statuses or status in self.statuses)

    @property
    def status_names(self) -> str:
        """The statuses in law that it is for, by their names; empty where it is for every one."""
        return ", ".join(str(CareLeaverStatus(status).label) for status in self.statuses)

    def is_overdue(self, today: date) -> bool:
        """Whether somebody should have looked by now whether it still holds."""
        return self.review_date < today
