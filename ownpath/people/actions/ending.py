"""How a record ends, and how it opens again. Each end is a dated row that stays; so is that it was a mistake."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from ownpath.accounts.models import Invitation, User
from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.core.versions import StaleEdit
from ownpath.people.enums import EndReason, MeetingEnding, Source
from ownpath.people.models import Allocation, Meeting, RecordEnd, YoungPerson
from ownpath.people.rules import can_reopen

from .holding import hold


def close_record(
    actor: Actor, person: YoungPerson, *, reason: EndReason, on_date: date, words: str, source: Source
) -> RecordEnd:
    """End a record from a day on. Called inside an action, which says who may and holds the record.

    Their adviser is so no longer, what is planned after that day is cancelled, an invitation works no more, and whoever
    died cannot be signed in as. Raises `StaleEdit` with the end that stands where it has ended already, but for a death
    after another end: that one is closed, and the death stands.
    """
    earlier = RecordEnd.objects.filter(young_person=person, reopened_at=None).first()
    if earlier is not None:
        if reason != EndReason.DIED or earlier.reason == EndReason.DIED:
            raise StaleEdit(earlier)
        _close_end(earlier, actor, words=_("They have died since."))
    end = RecordEnd.objects.create(
        authority_id=person.authority_id,
        young_person=person,
        reason=reason,
        on_date=on_date,
        words=words.strip(),
        source=source,
        ended_by_id=actor.user_id,
    )
    YoungPerson.objects.filter(pk=person.pk).update(ended_date=on_date)
    Allocation.objects.filter(young_person=person, ended_at=None).update(ended_at=clock.now())
    Invitation.objects.filter(pk=person.invitation_id, accepted_at=None).update(expires_at=clock.now())
    _cancel_meetings(actor, end)
    if reason == EndReason.DIED:
        _users(person).update(is_active=False)
    return end


@action
def reopen_record(*, actor: Actor, young_person_id: UUID, words: str) -> Audited[RecordEnd]:
    """Open a record again and say why: a manager. Its end stays to be read; whoever was said to have died can sign in
    again. They have no adviser until somebody gives them one.

    Raises `NotVisible` for somebody the actor may not see, and whose record has not ended; `NotAllowed` without a why.
    """
    person = hold(actor, young_person_id)
    require(can_reopen(actor, person) and bool(words.strip()))
    end = _open_again(actor, person, words=words.strip())
    return Audited(end, about=end, young_person_id=person.pk)


@action
def come_back(*, actor: Actor, young_person_id: UUID) -> Audited[RecordEnd]:
    """A record opens again by itself, because the young person asks for something or tells the service something: from
    now on they are in every list again. Called by the action that writes what they said.

    Raises `NotVisible` for somebody the actor may not see, whose record has not ended, and who died.
    """
    person = hold(actor, young_person_id)
    end = _open_again(actor, person, words="", came_back=True)
    return Audited(end, about=end, young_person_id=person.pk)


def come_back_if_ended(actor: Actor, young_person_id: UUID) -> None:
    """What somebody asks or tells the service opens their record again, so that it is heard. Called first in every
    action that writes such a thing: the record is held, so that it does not end at the same moment. One query where it
    has not ended.
    """
    if hold(actor, young_person_id).has_ended:
        come_back(actor=actor, young_person_id=young_person_id)


def _open_again(actor: Actor, person: YoungPerson, *, words: str, came_back: bool = False) -> RecordEnd:
    end = RecordEnd.objects.filter(young_person=person, reopened_at=None).first()
    if end is None or (came_back and end.reason == EndReason.DIED):
        raise NotVisible
    _close_end(end, actor, words=words, came_back=came_back)
    YoungPerson.objects.filter(pk=person.pk).update(ended_date=None)
    if end.reason == EndReason.DIED:
        _users(person).update(is_active=True)
    return end


def _users(person: YoungPerson) -> QuerySet[User]:
    """Whoever signs in to the record: with two addresses, where two records became one."""
    return User.objects.filter(Q(young_person=person) | Q(young_person__merged_into=person))


def _close_end(end: RecordEnd, actor: Actor, *, words: str, came_back: bool = False) -> None:
    end.reopened_at, end.reopened_by_id = clock.now(), actor.user_id
    end.reopen_words, end.came_back = words, came_back
    end.save(update_fields=["reopened_at", "reopened_by", "reopen_words", "came_back"])


def _cancel_meetings(actor: Actor, end: RecordEnd) -> None:
    planned = Meeting.objects.filter(young_person_id=end.young_person_id, ended_at=None)
    ahead = [meeting.pk for meeting in planned if clock.day_of(meeting.at) >= end.on_date]
    planned.filter(pk__in=ahead).update(
        ended_at=clock.now(), ended_by_id=actor.user_id, ending=MeetingEnding.CANCELLED, reason=_("The record ended.")
    )
