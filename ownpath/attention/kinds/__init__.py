"""The kinds of reasons, a file each.

Most read the rows that they are about, by a query of their own: `find(people, today)`, the reasons of these young
people on that day, whatever their number. Those that look at each person as a whole (`each_person.KINDS`) are read
together, by one query.
"""

from collections.abc import Callable
from datetime import date

from django.db.models import QuerySet

from ownpath.attention.reason import Reason
from ownpath.people.models import YoungPerson

from . import answers, asks, each_person, meetings, not_meant, not_right, promises

type Find = Callable[[QuerySet[YoungPerson], date], list[Reason]]

FINDS: tuple[Find, ...] = (
    asks.find,
    answers.find,
    promises.find,
    meetings.find,
    not_right.find,
    not_meant.find,
    each_person.find,
)
