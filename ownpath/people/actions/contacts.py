"""Recording that somebody was in touch, or tried to be."""

from datetime import datetime
from uuid import UUID

from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people import queries
from ownpath.people.enums import ContactResult, ContactWay
from ownpath.people.models import Contact, YoungPerson
from ownpath.people.rules import can_work_with, has_come


@action
def record_contact(
    *,
    actor: Actor,
    young_person_id: UUID,
    at: datetime,
    way: ContactWay,
    result: ContactResult = ContactResult.REACHED,
    who_was_there: str = "",
    words: str = "",
) -> Audited[Contact]:
    """Note a contact that happened or was tried: staff who work with the young person.

    Raises `NotVisible` for somebody the actor may not see and `NotAllowed` for a moment that has not come yet.
    """
    person = queries.young_person(actor=actor, young_person_id=young_person_id)
    require(can_work_with(actor, person))
    contact = note_contact(actor, person, at=at, way=way, result=result, who_was_there=who_was_there, words=words)
    return Audited(contact, about=contact, young_person_id=person.pk)


def note_contact(
    actor: Actor,
    person: YoungPerson,
    *,
    at: datetime,
    way: ContactWay,
    result: ContactResult,
    who_was_there: str = "",
    words: str = "",
) -> Contact:
    """The row of a contact. Called inside an action that knows who may; `NotAllowed` for a moment still to come."""
    require(has_come(at))
    return Contact.objects.create(
        authority_id=person.authority_id,
        young_person=person,
        at=at,
        way=way,
        result=result,
        who_was_there=who_was_there.strip(),
        words=words.strip(),
        recorded_by_id=actor.user_id,
    )
