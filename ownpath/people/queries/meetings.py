"""What is planned with young people, and what was planned and changed."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.enums import MeetingEnding
from ownpath.people.models import Meeting

from .records import young_people

MOST_MEETINGS = 20
MISSED_SHOWN = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Meetings:
    """What is planned, the next first; what was planned for a time that has passed, of which nobody has noted whether
    it happened, the latest first; and what was moved, cancelled or missed, the latest first.
    """

    ahead: tuple[Meeting, ...] = ()
    passed: tuple[Meeting, ...] = ()
    changed: tuple[Meeting, ...] = ()


def meetings(*, actor: Actor) -> QuerySet[Meeting]:
    """What was ever planned with everybody whose record the actor may open. Other queries of meetings start here."""
    return Meeting.objects.filter(young_person__in=young_people(actor=actor))


def meetings_of(*, actor: Actor, young_person_id: UUID) -> Meetings:
    """What is planned with one young person, and what was and changed: twenty at most. One query."""
    of_them = meetings(actor=actor).filter(young_person_id=young_person_id).exclude(ending=MeetingEnding.RECORDED)
    newest = of_them.select_related("planned_by", "ended_by").order_by("-at", "-pk")[:MOST_MEETINGS]
    standing, now = [meeting for meeting in newest if meeting.ended_at is None], clock.now()
    return Meetings(
        ahead=tuple(meeting for meeting in reversed(standing) if meeting.at > now),
        passed=tuple(meeting for meeting in standing if meeting.at <= now),
        changed=tuple(meeting for meeting in newest if meeting.ended_at),
    )


def meeting(*, actor: Actor, young_person_id: UUID | None, meeting_id: UUID) -> Meeting:
    """One thing planned with this young person, whatever became of it; raises `NotVisible`. One query."""
    rows = meetings(actor=actor).filter(young_person_id=young_person_id, pk=meeting_id)
    found = rows.select_related("young_person", "planned_by", "instead_of").first()
    if found is None:
        raise NotVisible
    return found


def next_meetings(*, actor: Actor) -> list[Meeting]:
    """For a young person's own first page: the next that is planned with them and, before it, what was cancelled that
    would have been ahead and what we missed in the last week. One query.
    """
    now = clock.now()
    ahead = (Q(ended_at=None) | Q(ending=MeetingEnding.CANCELLED)) & Q(at__gt=now)
    missed = Q(ending=MeetingEnding.MISSED, ended_at__gt=now - MISSED_SHOWN)
    rows = meetings(actor=actor).filter(ahead | missed, young_person_id=actor.young_person_id)
    found = list(rows.select_related("planned_by", "ended_by", "instead_of").order_by("at", "pk")[:MOST_MEETINGS])
    first = next((place for place, one in enumerate(found) if one.ended_at is None), len(found))
    return found[: first + 1]
