"""Reading what a young person shared, and saying why nobody needs to speak with them about it."""

from uuid import UUID

from ownpath.core import clock
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people import queries as people
from ownpath.surveys import queries, rules
from ownpath.surveys.models import AnswerReading, AreaAnswer


@action
def note_reading(*, actor: Actor, young_person_id: UUID) -> Audited[AnswerReading]:
    """Note that staff who work with a young person opened what they shared; called where something in it is new to the
    actor (`queries.not_read_by`). Raises `NotVisible` for anybody else.
    """
    whom = people.young_person(actor=actor, young_person_id=young_person_id)
    require(rules.can_enter_papers(actor, whom))
    at = {"authority_id": whom.authority_id, "young_person_id": whom.pk}
    reading = AnswerReading.objects.create(**at, reader_id=actor.user_id)
    return Audited(reading, about=reading, young_person_id=whom.pk)


class NotReadYet(Exception):
    """Something was shared since the actor last opened what there is: nothing was closed."""


@action
def close_answers(*, actor: Actor, young_person_id: UUID, reason: str) -> Audited[AnswerReading]:
    """Say why nobody needs to speak with a young person about what they shared, as far as the actor has read it; they
    read the reason. Staff who work with them.

    Raises `NotReadYet` where there is something that they have not opened, `NotAllowed` without a reason, and
    `NotVisible` for somebody they may not see.
    """
    whom = people.young_person(actor=actor, young_person_id=young_person_id)
    own = AnswerReading.objects.select_for_update().filter(young_person=whom, reader_id=actor.user_id)
    reading = own.order_by("-read_at", "-pk").first()
    require(rules.can_request_answers(actor, whom) and bool(reason.strip()))
    unread = AreaAnswer.objects.readable().filter(queries.not_read_by(actor=actor), young_person=whom)
    if reading is None or unread.exists():
        raise NotReadYet
    reading.no_contact_reason, reading.closed_at = reason.strip(), clock.now()
    reading.save(update_fields=["no_contact_reason", "closed_at"])
    return Audited(reading, about=reading, young_person_id=whom.pk)
