"""What of asks is private: what is for managers, and no adviser reads."""

from datetime import datetime

from django.db.models import Q

from ownpath.people.opening import shut_until_checked

from .enums import FOR_MANAGERS
from .models import Ask, AskEntry


@shut_until_checked(Ask)
def asks_for_managers(since: datetime) -> Q:
    """Complaints, and asking for a different adviser."""
    return Q(kind__in=FOR_MANAGERS, opened_at__lt=since)


@shut_until_checked(AskEntry)
def lines_of_asks_for_managers(since: datetime) -> Q:
    """What was said about them."""
    return Q(ask__kind__in=FOR_MANAGERS, ask__opened_at__lt=since)
