from django.db import models
from django.db.models import Q

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.fields import plain, special
from ownpath.people.models import OfYoungPerson
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AreaAnswer

from .enums import EntryKind


class NotRight(OfYoungPerson):
    """ "This isn't right": a young person's word beside something that others recorded, kept with it for good.

    The entry itself is never written over. Where it was wrong, the answer says in `corrected` what is right, and that
    stands beside the entry wherever it is shown.
    """

    kind = plain(models.CharField(max_length=12, choices=EntryKind))
    entry_id = plain(models.UUIDField())
    line = special(models.TextField(help_text="The entry as they read it."))
    words = special(models.CharField(max_length=500))
    said_at = plain(models.DateTimeField(default=clock.now))
    answer = special(models.CharField(max_length=500, blank=True))
    corrected = special(models.CharField(max_length=500, blank=True, help_text="Empty where the entry stands."))
    answered_at = plain(models.DateTimeField(null=True, blank=True))
    answered_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="not_right_says_something")]
        indexes = [models.Index(fields=["young_person", "answered_at"], name="not_right_open")]


class AnswerSharing(OfYoungPerson):
    """That a young person changed who may read an answer after it was sent. Rows are only added."""

    answer = plain(models.ForeignKey(AreaAnswer, on_delete=models.PROTECT, related_name="sharing_rows"))
    sharing = plain(models.CharField(max_length=8, choices=Sharing))
    chosen_at = plain(models.DateTimeField(default=clock.now))
