"""What is planned on days on which whoever it is with is not there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from ownpath.accounts import queries as accounts
from ownpath.accounts.cover import works_here
from ownpath.accounts.models import User
from ownpath.accounts.queries import FollowOn
from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.meeting_with import staff_in, staff_of, with_adviser
from ownpath.people.models import Allocation, Meeting

from .meetings import meetings
from .records import young_people


@dataclass(frozen=True, slots=True)
class BeforeAway:
    """What to see, and to settle, before somebody is said to be away: for whom else their cover will be there then, and
    what is planned with them, the soonest first.
    """

    user: User
    cover: User
    follows: tuple[FollowOn, ...]
    meetings: list[Meeting]


def before_away(*, actor: Actor, user_id: UUID, from_date: date, to_date: date, covered_by_id: UUID) -> BeforeAway:
    """What an absence would touch of what the actor may see; raises `NotVisible` for somebody who does not work here.
    Four queries.
    """
    staff = accounts.staff(actor=actor)
    found = {user.pk: user for user in staff}
    if user_id not in found or covered_by_id not in found:
        raise NotVisible
    days = {"from_date": from_date, "to_date": to_date}
    return BeforeAway(
        user=found[user_id],
        cover=found[covered_by_id],
        follows=accounts.follow_on(actor=actor, user_id=user_id, covered_by_id=covered_by_id, **days),
        meetings=planned_with(actor=actor, user_id=user_id, staff=staff, **days),
    )


def planned_with(
    *, actor: Actor, user_id: UUID, staff: Iterable[User], from_date: date, to_date: date
) -> list[Meeting]:
    """What is still ahead on these days with one of the staff, the soonest first. One query."""
    first, last = _midnight(from_date), _midnight(to_date + timedelta(days=1))
    ahead = meetings(actor=actor).filter(ended_at=None, at__gte=max(first, clock.now()), at__lt=last)
    ahead = ahead.filter(young_person__in=young_people(actor=actor).current())
    rows = with_adviser(ahead).select_related("young_person").order_by("at", "pk")
    return [meeting for meeting in rows if any(user.pk == user_id for user in staff_of(meeting, staff))]


@dataclass(frozen=True, slots=True)
class NotThere:
    """Somebody whom something would be planned with who is away that day, and who covers; or who has left."""

    user: User
    has_left: bool = False
    cover: User | None = None


def not_there(*, actor: Actor, young_person_id: UUID, with_whom: str, at: datetime) -> NotThere | None:
    """Of those named, the first who will not be there at that moment; None where all will. Three queries."""
    staff = accounts.staff(actor=actor)
    open_rows = Allocation.objects.filter(young_person_id=young_person_id, ended_at=None)
    adviser_id = open_rows.values_list("adviser_id", flat=True).first()
    whole, day = accounts.cover(actor=actor), clock.day_of(at)
    words = with_whom.strip() or actor.name
    for user in staff_in(words, staff, adviser_id=adviser_id, planned_by_id=actor.user_id):
        if not works_here(user):
            return NotThere(user, has_left=True)
        if whole.absences_on(user.pk, day):
            return NotThere(user, cover=whole.there_for(user.pk, day))
    return None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=clock.LONDON)
