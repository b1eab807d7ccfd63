"""What is planned with young people, and what was planned and changed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.enums import MeetingEnding
from ownpath.people.models import Meeting

from .records import young_people

MOST_MEETINGS = 20
STILL_SHOWN = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Meetings:
    """What is planned, the next first, and what was moved or cancelled, the latest first."""

    ahead: tuple[Meeting, ...] = ()
    changed: tuple[Meeting, ...] = ()


def meetings(*, actor: Actor) -> QuerySet[Meeting]:
    """What was ever planned with everybody whose record the actor may open. Other queries of meetings start here."""
    return Meeting.objects.filter(young_person__in=young_people(actor=actor))


def meetings_of(*, actor: Actor, young_person_id: UUID) -> Meetings:
    """What is planned with one young person, and what was and changed: twenty at most. One query."""
    of_them = meetings(actor=actor).filter(young_person_id=young_person_id).exclude(ending=MeetingEnding.RECORDED)
    newest = of_them.select_related("planned_by", "ended_by").order_by("-at", "-pk")[:MOST_MEETINGS]
    ahead = [meeting for meeting in newest if meeting.ended_at is None]
    return Meetings(tuple(reversed(ahead)), tuple(meeting for meeting in newest if meeting.ended_at))


def meeting(*, actor: Actor, young_person_id: UUID | None, meeting_id: UUID) -> Meeting:
    """One thing planned with this young person, whatever became of it; raises `NotVisible`. One query."""
    rows = meetings(actor=actor).filter(young_person_id=young_person_id, pk=meeting_id)
    found = rows.select_related("young_person", "planned_by", "instead_of").first()
    if found is None:
        raise NotVisible
    return found


def next_meetings(*, actor: Actor) -> list[Meeting]:
    """For a young person's own first page: the next that is planned with them and, before it, what was cancelled that
    would have been ahead. One query.
    """
    of_mine = Q(ended_at=None) | Q(ending=MeetingEnding.CANCELLED)
    ahead = meetings(actor=actor).filter(of_mine, young_person_id=actor.young_person_id, at__gte=_not_long_ago())
    found = list(ahead.select_related("planned_by", "ended_by", "instead_of").order_by("at", "pk")[:MOST_MEETINGS])
    first = next((place for place, one in enumerate(found) if one.ended_at is None), len(found))
    return found[: first + 1]


def _not_long_ago() -> datetime:
    return clock.now() - STILL_SHOWN
