"""Somebody goes away, and what is planned with them is settled in the same breath."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from ownpath.accounts import actions as accounts
from ownpath.accounts import queries as staff
from ownpath.accounts.models import Absence, User
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.core.refusal import Refused
from ownpath.people import queries
from ownpath.people.enums import MeetingSettling
from ownpath.people.meeting_with import with_instead
from ownpath.people.models import Meeting

from .meetings import cancel_meeting, hand_over_meeting


@dataclass(frozen=True, slots=True)
class Settled:
    """What becomes of something planned, and why, as the young person reads it."""

    how: MeetingSettling
    reason: str


@action
def plan_absence(
    *,
    actor: Actor,
    user_id: UUID,
    from_date: date,
    to_date: date,
    covered_by_id: UUID,
    settled: Mapping[UUID, Settled] | None = None,
) -> Audited[Absence]:
    """Say that an adviser is away and who covers, and settle each thing planned with them on those days: whoever covers
    goes instead, or it is cancelled. The young people read it at once.

    All or nothing. Raises as `accounts.actions.say_away` does, and `Refused` where something planned is not settled.
    """
    staff.locked(actor=actor, user_ids=[user_id, covered_by_id])
    days = {"from_date": from_date, "to_date": to_date}
    absence = accounts.say_away(actor=actor, user_id=user_id, covered_by_id=covered_by_id, **days)
    everybody = staff.staff(actor=actor)
    planned = queries.planned_with(actor=actor, user_id=user_id, staff=everybody, **days)
    settled = settled or {}
    if any(meeting.pk not in settled or not settled[meeting.pk].reason.strip() for meeting in planned):
        raise Refused(_("Say what becomes of everything that is planned on these days."))
    found = {user.pk: user for user in everybody}
    for meeting in planned:
        _settle(actor, meeting, settled[meeting.pk], found[user_id], found[covered_by_id])
    return Audited(absence, about=absence)


def _settle(actor: Actor, meeting: Meeting, settled: Settled, user: User, cover: User) -> None:
    if settled.how == MeetingSettling.CANCELLED:
        cancel_meeting(actor=actor, meeting_id=meeting.pk, reason=settled.reason)
    else:
        with_whom = with_instead(meeting.with_whom, user, cover)
        hand_over_meeting(actor=actor, meeting_id=meeting.pk, with_whom=with_whom, reason=settled.reason)
