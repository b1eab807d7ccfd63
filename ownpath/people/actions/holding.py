"""The record that somebody writes in, held meanwhile."""

from uuid import UUID

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.people.queries import young_people


def hold(actor: Actor, young_person_id: UUID) -> YoungPerson:
    """One young person, held until the transaction ends, so that two people's writes come one after the other; raises
    `NotVisible`.
    """
    person = young_people(actor=actor).select_for_update(of=("self",)).filter(pk=young_person_id).first()
    if person is None:
        raise NotVisible
    return person
