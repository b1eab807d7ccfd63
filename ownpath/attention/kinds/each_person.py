"""The kinds that look at each person as a whole: when we last met, reviewed the plan and heard how life is
going, whether somebody has to check who joined, and whether a new adviser has read what they wrote about themselves.

Each such kind has `known()`, what to read of every person, and `reason(person, today)`, the reason if there is one.
"""

from datetime import date

from django.db.models import QuerySet

from ownpath.attention.imported import is_only_imported
from ownpath.attention.reason import Reason
from ownpath.people.models import YoungPerson

from . import about_me, came_back, contact, hearing, joining, reviews

KINDS = (came_back, joining, contact, reviews, about_me, hearing)


def find(people: QuerySet[YoungPerson], today: date) -> list[Reason]:
    """The reasons of these kinds for each of these young people, but for those who were only imported, who are counted
    apart. One query for all kinds.
    """
    known = {name: value for kind in KINDS for name, value in kind.known().items()}
    rows = (
        people.order_by()
        .exclude(is_only_imported())
        .annotate(**known)
        .values_list("pk", "joined_date", *known, named=True)
    )
    found = (kind.reason(row, today) for row in rows for kind in KINDS)
    return [reason for reason in found if reason is not None]
