"""A new adviser has not read yet what they wrote about themselves before: they should not have to tell it again."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from ownpath.about_me.models import Reading, Told
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.people.models import Allocation, YoungPerson


def find(people: QuerySet[YoungPerson], today: date) -> list[Reason]:
    """A reason for each person whose adviser of now came after they wrote, and never said that they have read it. It
    ends with the first reading: what changes later is marked where it stands. One query.
    """
    told = Told.objects.filter(young_person=OuterRef("young_person"))
    read = Reading.objects.filter(young_person=OuterRef("young_person"), reader=OuterRef("adviser"))
    new = Allocation.objects.filter(
        Exists(told.standing()),
        Exists(told.filter(began_at__lt=OuterRef("began_at"))),
        ~Exists(read),
        young_person__in=people,
        ended_at=None,
    )
    return [_reason(allocation) for allocation in new.select_related("adviser")]


def _reason(allocation: Allocation) -> Reason:
    sentence = _("%(adviser)s is their new adviser, and has not read yet what they wrote about themselves.")
    return Reason(
        kind=ReasonKind.ABOUT_ME,
        young_person_id=allocation.young_person_id,
        since=clock.day_of(allocation.began_at),
        sentence=sentence % {"adviser": allocation.adviser.name},
    )
