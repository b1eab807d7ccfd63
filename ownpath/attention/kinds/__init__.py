"""The kinds of reasons, one file and one query each, in the order of urgency.

Each has `find(people, today)`: the reasons of these young people on that day, whatever their number.
"""

from collections.abc import Callable
from datetime import date

from django.db.models import QuerySet

from ownpath.attention.reason import Reason
from ownpath.people.models import YoungPerson

from . import about_me, asks, contact, hearing, matters, meetings, not_right, promises, reviews

type Find = Callable[[QuerySet[YoungPerson], date], list[Reason]]

FINDS: tuple[Find, ...] = (
    asks.find,
    matters.find,
    promises.find,
    meetings.find,
    not_right.find,
    contact.find,
    reviews.find,
    about_me.find,
    hearing.find,
)
