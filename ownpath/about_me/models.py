from django.db import models
from django.db.models import Q

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.fields import personal, plain, special
from ownpath.people.models import OfYoungPerson

from .enums import Heading, Safe, SafeCall


class ToldQuerySet(models.QuerySet["Told"]):
    """The reads that more than one query needs."""

    def standing(self) -> "ToldQuerySet":
        """What is written now, where something is."""
        has_said = ~Q(words="") | ~Q(phone="") | ~Q(may_email="") | ~Q(may_call="")
        return self.filter(has_said, ended_at=None)


class Told(OfYoungPerson):
    """What a young person wrote under one heading, from one moment to another; nothing, where they took it away.

    A save ends one row and begins the next. The phone and what is safe belong to the heading about reaching them.
    """

    heading = plain(models.CharField(max_length=12, choices=Heading))
    version = plain(models.PositiveIntegerField(default=1))
    words = special(models.TextField(blank=True))
    phone = personal(models.CharField(max_length=30, blank=True, default="", db_default=""))
    may_email = personal(models.CharField(max_length=3, choices=Safe, blank=True))
    may_call = personal(models.CharField(max_length=4, choices=SafeCall, blank=True))
    began_at = plain(models.DateTimeField(default=clock.now))
    ended_at = plain(models.DateTimeField(null=True, blank=True))

    objects = ToldQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["young_person", "heading"], condition=Q(ended_at__isnull=True), name="told_once_a_heading"
            ),
            models.UniqueConstraint(fields=["young_person", "heading", "version"], name="told_version_once"),
        ]

    @property
    def content(self) -> tuple[str, str, str, str]:
        """All that it says."""
        return self.words, self.phone, self.may_email, self.may_call


class Reading(OfYoungPerson):
    """That somebody of the service says that they have read it, up to the newest of what stood there."""

    reader = plain(models.ForeignKey(User, on_delete=models.PROTECT, related_name="+"))
    up_to = plain(models.ForeignKey(Told, on_delete=models.PROTECT, related_name="+"))
    read_at = plain(models.DateTimeField(default=clock.now))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "up_to"], name="read_once")]
