"""Putting a date of birth right."""

from datetime import date
from uuid import UUID

from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people.models import BirthDate, YoungPerson
from ownpath.people.rules import can_work_with

from .holding import hold


@action
def correct_birth_date(*, actor: Actor, young_person_id: UUID, birth_date: date) -> Audited[YoungPerson]:
    """Put a date of birth right: staff who work with the young person, who can read what it was before. An invitation
    that waits because of it can be used again at once. The same date changes nothing.

    Raises `NotAllowed` for others and `NotVisible` for somebody the actor may not see.
    """
    person = hold(actor, young_person_id)
    require(can_work_with(actor, person))
    if birth_date != person.birth_date:
        BirthDate.objects.create(
            authority_id=person.authority_id,
            young_person=person,
            before=person.birth_date,
            after=birth_date,
            written_by_id=actor.user_id,
        )
        person.birth_date = birth_date
        person.save(update_fields=["birth_date"])
        if person.invitation is not None:
            person.invitation.wrong_tries = 0
            person.invitation.save(update_fields=["wrong_tries"])
    return Audited(person, about=person, young_person_id=person.pk)
