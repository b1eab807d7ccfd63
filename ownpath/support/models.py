from django.db import models
from django.db.models import Q

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.fields import plain, special
from ownpath.people.models import Contact, OfYoungPerson

from .enums import AskKind


class Ask(OfYoungPerson):
    """Something a young person asks for. It stays open until somebody has spoken with them about it."""

    kind = plain(models.CharField(max_length=10, choices=AskKind))
    area = plain(models.SlugField(max_length=40, blank=True))
    area_title = plain(models.CharField(max_length=80, blank=True, help_text="The pack's words at the time."))
    words = special(models.TextField(blank=True))
    asked_at = plain(models.DateTimeField(default=clock.now))
    answered_at = plain(models.DateTimeField(null=True, blank=True))
    answered_by = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))
    answered_in = plain(models.ForeignKey(Contact, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_in__isnull=True)
                | Q(answered_at__isnull=False, answered_in__isnull=False),
                name="an_ask_is_answered_in_a_contact",
            )
        ]
        indexes = [models.Index(fields=["young_person", "answered_at"], name="ask_open_by_person")]
