"""What a young person sent and shared: all that a plan may ever spring from, and all that staff may talk about."""

from uuid import UUID

from django.db.models import QuerySet

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.people.queries import young_person
from ownpath.surveys.models import AreaAnswer
from ownpath.surveys.packs import pack_with_id
from ownpath.surveys.queries import Said


def shared_answers(person: YoungPerson) -> QuerySet[AreaAnswer]:
    """What was sent and shared by somebody whom the actor is known to see, with its response."""
    return AreaAnswer.objects.shared().filter(young_person=person).select_related("response")


def said(answer: AreaAnswer) -> Said:
    """An answer in the words that were asked. No query, but one for a pack not read before."""
    return Said(pack_with_id(answer.response.pack_id).area(answer.area), answer)


def shared_answer(*, actor: Actor, young_person_id: UUID, answer_id: UUID) -> Said:
    """One answer that this young person sent and shared; raises `NotVisible` for every other. Two queries, and one for
    a pack not read before.
    """
    person = young_person(actor=actor, young_person_id=young_person_id)
    answer = shared_answers(person).filter(pk=answer_id).first()
    if answer is None:
        raise NotVisible
    return said(answer)
