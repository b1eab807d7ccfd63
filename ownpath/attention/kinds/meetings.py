"""Something planned that somebody has to settle: they cannot make it, whoever it is with is away or has left, or its
time has passed and nobody has noted whether it happened.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import FilteredRelation, Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ownpath.accounts.cover import works_here
from ownpath.accounts.models import Membership, User
from ownpath.attention import days
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.core.wording import isolated
from ownpath.people.enums import ContactWay
from ownpath.people.meeting_with import staff_of, with_adviser
from ownpath.people.models import Meeting, YoungPerson


@dataclass(frozen=True, slots=True)
class Away:
    """That somebody of the staff is away from one day to another, since when that is known."""

    from_date: date
    to_date: date
    known_at: datetime


@dataclass(frozen=True, slots=True)
class Staff:
    """Everybody who works or worked here, and when they are away from today on."""

    users: list[User]
    away: dict[UUID, list[Away]]


def find(people: QuerySet[YoungPerson], today: date) -> list[Reason]:
    """A reason for each planned meeting that they said they cannot make, since they said so; that nobody has noted
    anything of, since its day; or that is with somebody who will not be there. Two queries.
    """
    rows = with_adviser(Meeting.objects.filter(young_person__in=people, ended_at=None)).order_by("at", "pk")
    staff, now = _staff(people, today), clock.now()
    found = (_passed(one, today) if one.at <= now else _ahead(one, staff, today) for one in rows)
    return [reason for reason in found if reason is not None]


def _staff(people: QuerySet[YoungPerson], today: date) -> Staff:
    # One row for each absence, and one for whoever has none.
    ahead = Q(user__absences__called_off_at=None, user__absences__to_date__gte=today)
    members = Membership.objects.filter(authority__in=people.order_by().values("authority")).select_related("user")
    rows = members.annotate(ahead=FilteredRelation("user__absences", condition=ahead)).order_by("pk")
    users: dict[UUID, User] = {}
    away: dict[UUID, list[Away]] = {}
    for row in rows.values("user_id", "user__name", "user__is_active", "ended_at", *_OF_ABSENCE):
        user = User(pk=row["user_id"], name=row["user__name"], is_active=row["user__is_active"])
        user.membership = Membership(ended_at=row["ended_at"])
        users.setdefault(user.pk, user)
        if row["ahead__from_date"]:
            away.setdefault(user.pk, []).append(Away(*(row[name] for name in _OF_ABSENCE)))
    return Staff(list(users.values()), away)


_OF_ABSENCE = ("ahead__from_date", "ahead__to_date", "ahead__said_at")


def _passed(meeting: Meeting, today: date) -> Reason:
    day = clock.day_of(meeting.at)
    return Reason(
        kind=ReasonKind.MEETING,
        young_person_id=meeting.young_person_id,
        since=day,
        sentence=_was_planned(meeting, _at(meeting.at, day, today)),
        own_words=meeting.cannot_words,
    )


def _was_planned(meeting: Meeting, at: str) -> str:
    if meeting.way == ContactWay.CALL:
        sentence = _("A call was planned for %(at)s. Nobody has noted whether it happened.")
    elif meeting.way == ContactWay.VISIT:
        sentence = _("A visit was planned for %(at)s. Nobody has noted whether it happened.")
    elif meeting.way == ContactWay.VIDEO:
        sentence = _("A video call was planned for %(at)s. Nobody has noted whether it happened.")
    else:
        sentence = _("A meeting was planned for %(at)s. Nobody has noted whether it happened.")
    return sentence % {"at": at}


def _at(moment: datetime, day: date, today: date) -> str:
    time = date_format(moment.astimezone(clock.LONDON), "H:i")
    if day == today:
        return _("today at %(time)s") % {"time": time}
    return _("%(day)s at %(time)s") % {"day": days.named(day, today), "time": time}


def _ahead(meeting: Meeting, staff: Staff, today: date) -> Reason | None:
    day = clock.day_of(meeting.at)
    if meeting.cannot_at:
        sentence = _("Can’t make what is planned for %(day)s.") % {"day": days.named(day, today)}
        return _reason(meeting, clock.day_of(meeting.cannot_at), sentence, meeting.cannot_words)
    for user in staff_of(meeting, staff.users):
        words = {"name": isolated(user.name.split(" ")[0]), "day": days.named(day, today)}
        if not works_here(user):
            sentence = _("Meeting with %(name)s on %(day)s, but %(name)s doesn’t work here any more.") % words
            left_at = user.membership.ended_at or meeting.planned_at
            return _reason(meeting, clock.day_of(max(left_at, meeting.planned_at)), sentence)
        if away := _away_on(staff.away.get(user.pk, []), day):
            sentence = _("Meeting with %(name)s on %(day)s, but %(name)s is away.") % words
            return _reason(meeting, clock.day_of(max(away.known_at, meeting.planned_at)), sentence)
    return None


def _away_on(absences: Iterable[Away], day: date) -> Away | None:
    return next((one for one in absences if one.from_date <= day <= one.to_date), None)


def _reason(meeting: Meeting, since: date, sentence: str, own_words: str = "") -> Reason:
    return Reason(ReasonKind.MEETING, meeting.young_person_id, since, sentence, own_words)
