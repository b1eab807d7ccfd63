"""What of answers is private: all that staff cannot read, and so all that was kept private on a lent device."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from ownpath.people.opening import shut_until_checked

from .enums import Sharing
from .models import AreaAnswer, Priority, Response


@shut_until_checked(AreaAnswer)
def private_answers(since: datetime) -> Q:
    """What was not shared, or not sent. On a lent device nobody can say whose account will read it: also later."""
    is_shared = Q(sharing=Sharing.SHARED, is_not_now=False, withdrawn_at__isnull=True, response__sent_at__isnull=False)
    return (Q(saved_at__lt=since) | Q(response__sitting__isnull=False)) & ~is_shared


@shut_until_checked(Response)
def drafts(since: datetime) -> Q:
    """What was begun and not sent."""
    is_said = Q(Exists(AreaAnswer.objects.filter(response=OuterRef("pk"))))
    return (Q(started_at__lt=since) | Q(sitting__isnull=False)) & Q(sent_at=None) & is_said


@shut_until_checked(Priority)
def what_matters_most(since: datetime) -> Q:
    """Where nothing was shared when it was asked."""
    is_shared = Exists(AreaAnswer.objects.shared().filter(response=OuterRef("response")))
    return (Q(response__started_at__lt=since) | Q(response__sitting__isnull=False)) & ~Q(is_shared)
