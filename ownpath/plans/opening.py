"""What of a plan is private: wins for oneself alone, and what doing well meant before."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from ownpath.people.opening import shut_until_checked

from .enums import WinSharing
from .models import Statement, Win, WinPhoto, WinVersion


@shut_until_checked(Win)
def own_wins(since: datetime) -> Q:
    """Just for me."""
    return Q(sharing=WinSharing.PRIVATE, added_at__lt=since)


@shut_until_checked(WinPhoto)
def photos_of_own_wins(since: datetime) -> Q:
    """The photos of these."""
    return Q(win__sharing=WinSharing.PRIVATE, win__added_at__lt=since)


@shut_until_checked(WinVersion)
def versions_of_wins(since: datetime) -> Q:
    """How wins read while they were private, and all of those that are."""
    is_private = Q(sharing=WinSharing.PRIVATE) | Q(win__sharing=WinSharing.PRIVATE)
    return is_private & Q(saved_at__lt=since)


@shut_until_checked(Statement)
def what_doing_well_meant(since: datetime) -> Q:
    """All but the last, which staff read too."""
    later = Statement.objects.filter(young_person=OuterRef("young_person"), version__gt=OuterRef("version"))
    return Q(Exists(later)) & Q(said_at__lt=since)
