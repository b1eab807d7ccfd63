"""Planning when to meet, moving, handing over and cancelling it, and saying that one cannot come."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from ownpath.accounts.cover import named
from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.core.refusal import Refused
from ownpath.core.versions import StaleEdit
from ownpath.people import queries
from ownpath.people.enums import ContactWay, MeetingEnding
from ownpath.people.models import Contact, Meeting, YoungPerson
from ownpath.people.rules import can_plan_with, can_say_cannot_come, can_work_with, has_come, lies_ahead


@action
def plan_meeting(
    *, actor: Actor, young_person_id: UUID, at: datetime, way: ContactWay, place: str = "", with_whom: str = ""
) -> Audited[Meeting]:
    """Plan a meeting, visit or call: staff who work with the young person, who see it at once.

    Without a name it is with whoever plans it. Raises `NotVisible` for somebody the actor may not see, `NotAllowed`
    for a moment that has passed, and `Refused` where whoever it is with is away that day or has left.
    """
    person = queries.young_person(actor=actor, young_person_id=young_person_id)
    meeting = _planned(actor, person, at=at, way=way, place=place, with_whom=with_whom)
    return Audited(meeting, about=meeting, young_person_id=person.pk)


@action
def move_meeting(
    *,
    actor: Actor,
    meeting_id: UUID,
    at: datetime,
    way: ContactWay,
    place: str = "",
    with_whom: str = "",
    reason: str = "",
) -> Audited[Meeting]:
    """Put another time, way or place in the stead of what was planned, and say why: staff who work with them.

    What was planned before stays to be read. Raises as `plan_meeting` does, and `StaleEdit` where it was moved,
    cancelled or recorded meanwhile.
    """
    before = _ahead(actor, meeting_id)
    after = _planned(actor, before.young_person, at=at, way=way, place=place, with_whom=with_whom, instead_of=before)
    _end(actor, before, MeetingEnding.MOVED, reason=reason.strip())
    return Audited(after, about=after, young_person_id=before.young_person_id)


@action
def hand_over_meeting(*, actor: Actor, meeting_id: UUID, with_whom: str, reason: str) -> Audited[Meeting]:
    """Somebody else goes instead, at the same time and place, and why: staff who work with the young person, who reads
    it. What they said of not making it stays said. Raises as `move_meeting` does.
    """
    before = _ahead(actor, meeting_id)
    after = _planned(
        actor,
        before.young_person,
        at=before.at,
        way=ContactWay(before.way),
        place=before.place,
        with_whom=with_whom,
        instead_of=before,
    )
    after.cannot_at, after.cannot_words = before.cannot_at, before.cannot_words
    after.save(update_fields=["cannot_at", "cannot_words"])
    _end(actor, before, MeetingEnding.MOVED, reason=reason.strip())
    return Audited(after, about=after, young_person_id=before.young_person_id)


@action
def cancel_meeting(*, actor: Actor, meeting_id: UUID, reason: str) -> Audited[Meeting]:
    """Cancel what was planned, or note that it did not happen, and say why: staff who work with them. It stays to be
    read. Raises as `move_meeting`.
    """
    meeting = _ahead(actor, meeting_id)
    require(can_work_with(actor, meeting.young_person))
    _end(actor, meeting, MeetingEnding.CANCELLED, reason=reason.strip())
    return Audited(meeting, about=meeting, young_person_id=meeting.young_person_id)


@action
def miss_meeting(*, actor: Actor, meeting_id: UUID, reason: str) -> Audited[Meeting]:
    """Note that we did not come to what was planned, in words that the young person reads: staff who work with them.
    Raises as `move_meeting`, and `NotAllowed` for what is still ahead.
    """
    meeting = _ahead(actor, meeting_id)
    require(can_work_with(actor, meeting.young_person) and has_come(meeting.at))
    _end(actor, meeting, MeetingEnding.MISSED, reason=reason.strip())
    return Audited(meeting, about=meeting, young_person_id=meeting.young_person_id)


@action
def say_cannot_come(*, actor: Actor, meeting_id: UUID, words: str = "") -> Audited[Meeting]:
    """Say that one can't make it, with another time if one likes: the young person. Whoever works with them sees it.

    Saying it again changes nothing. Raises `StaleEdit` where it was moved, cancelled or recorded meanwhile.
    """
    meeting = _ahead(actor, meeting_id)
    require(can_say_cannot_come(actor, meeting.young_person))
    if meeting.cannot_at is None:
        meeting.cannot_at, meeting.cannot_words = clock.now(), words.strip()
        meeting.save(update_fields=["cannot_at", "cannot_words"])
    return Audited(meeting, about=meeting, young_person_id=meeting.young_person_id)


@action
def note_meeting_as(*, actor: Actor, meeting_id: UUID, contact: Contact) -> Audited[Meeting]:
    """What was planned is written down as a contact, whether it took place or was only tried: staff who work with them.

    What was moved, cancelled or recorded already stays so. Raises `NotVisible` for a meeting of somebody else.
    """
    meeting = _held(actor, meeting_id)
    require(can_work_with(actor, meeting.young_person))
    if meeting.young_person_id != contact.young_person_id:
        raise NotVisible
    if meeting.ended_at is None:
        _end(actor, meeting, MeetingEnding.RECORDED, contact=contact)
    return Audited(meeting, about=meeting, young_person_id=meeting.young_person_id)


def _planned(
    actor: Actor,
    person: YoungPerson,
    *,
    at: datetime,
    way: ContactWay,
    place: str,
    with_whom: str,
    instead_of: Meeting | None = None,
) -> Meeting:
    require(can_plan_with(actor, person) and lies_ahead(at))
    _refuse_not_there(actor, person, with_whom, at)
    return Meeting.objects.create(
        authority_id=person.authority_id,
        young_person=person,
        at=at,
        way=way,
        place=place.strip(),
        with_whom=with_whom.strip() or actor.name,
        planned_by_id=actor.user_id,
        instead_of=instead_of,
    )


def _refuse_not_there(actor: Actor, person: YoungPerson, with_whom: str, at: datetime) -> None:
    found = queries.not_there(actor=actor, young_person_id=person.pk, with_whom=with_whom, at=at)
    if found is None:
        return
    name = found.user.name
    if found.has_left:
        sentence = _("%(name)s doesn’t work here any more. Write who they will meet instead.") % {"name": name}
    elif found.cover:
        words = {"name": name, "day": named(clock.day_of(at)), "cover": found.cover.name}
        sentence = _("%(name)s is away on %(day)s; %(cover)s covers. Choose another day, or somebody else.") % words
    else:
        words = {"name": name, "day": named(clock.day_of(at))}
        sentence = _("%(name)s is away on %(day)s. Choose another day, or somebody else.") % words
    raise Refused(sentence, "with_whom")


def _ahead(actor: Actor, meeting_id: UUID) -> Meeting:
    meeting = _held(actor, meeting_id)
    if meeting.ended_at is not None:
        raise StaleEdit(meeting)
    return meeting


def _held(actor: Actor, meeting_id: UUID) -> Meeting:
    # Held until the transaction ends, so that it is not moved and cancelled at once.
    rows = queries.meetings(actor=actor).select_related("young_person").select_for_update(of=("self",))
    meeting = rows.filter(pk=meeting_id).first()
    if meeting is None:
        raise NotVisible
    return meeting


def _end(
    actor: Actor, meeting: Meeting, ending: MeetingEnding, *, reason: str = "", contact: Contact | None = None
) -> None:
    meeting.ended_at, meeting.ended_by_id, meeting.ending = clock.now(), actor.user_id, ending
    meeting.reason, meeting.contact = reason, contact
    meeting.save(update_fields=["ended_at", "ended_by", "ending", "reason", "contact"])
