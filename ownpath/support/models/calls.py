from django.db import models

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.fields import personal, plain
from ownpath.people.models import OfYoungPerson
from ownpath.support.enums import Called

from .asks import Ask


class CallOut(OfYoungPerson):
    """That somebody was called because a young person does not feel safe: who, where to, and whether it went out."""

    ask = plain(models.ForeignKey(Ask, on_delete=models.PROTECT, related_name="call_outs"))
    called = plain(models.CharField(max_length=10, choices=Called))
    user = plain(models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"))
    address = personal(models.EmailField())
    called_at = plain(models.DateTimeField(default=clock.now))
    tried_at = plain(models.DateTimeField(default=clock.now))
    sent_at = plain(models.DateTimeField(null=True, blank=True))

    class Meta:
        indexes = [models.Index(fields=["authority", "sent_at"], name="call_out_unsent")]
