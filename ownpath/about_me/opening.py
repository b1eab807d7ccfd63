"""What of About me is private: what it said before."""

from datetime import datetime

from django.db.models import Q

from ownpath.people.opening import shut_until_checked

from .models import Told


@shut_until_checked(Told)
def what_it_said_before(since: datetime) -> Q:
    """Staff read only what stands there now."""
    return Q(began_at__lt=since, ended_at__isnull=False)
