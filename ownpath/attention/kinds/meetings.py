"""Cannot make it to something that is planned, and nobody has found another time yet."""

from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ownpath.attention import days
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.people.models import Meeting, YoungPerson


def find(people: QuerySet[YoungPerson], today: date) -> list[Reason]:
    """A reason for each planned meeting that they said they cannot make, since they said so. One query."""
    cannot = Meeting.objects.filter(young_person__in=people, ended_at=None, cannot_at__isnull=False)
    return [_reason(meeting, today) for meeting in cannot.order_by("at")]


def _reason(meeting: Meeting, today: date) -> Reason:
    sentence = _("Can’t make what is planned for %(day)s.")
    return Reason(
        kind=ReasonKind.MEETING,
        young_person_id=meeting.young_person_id,
        since=clock.day_of(meeting.cannot_at or meeting.planned_at),
        sentence=sentence % {"day": days.named(clock.day_of(meeting.at), today)},
        own_words=meeting.cannot_words,
    )
