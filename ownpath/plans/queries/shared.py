"""What a young person sent and shared: all that a plan may ever spring from, and all that staff may talk about."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.people.queries import young_person
from ownpath.surveys.models import AreaAnswer
from ownpath.surveys.queries import Said


def shared_answers(person: YoungPerson) -> QuerySet[AreaAnswer]:
    """What was sent and shared by somebody whom the actor is known to see, with its response."""
    return AreaAnswer.objects.shared().filter(young_person=person).select_related("response")


@dataclass(frozen=True, slots=True)
class Beginning:
    """Whose goal is about to begin, and the shared answer that it springs from, if from any."""

    young_person: YoungPerson
    said: Said | None


def beginning(*, actor: Actor, young_person_id: UUID, answer_id: UUID | None = None) -> Beginning:
    """What somebody reads who starts a goal. Raises `NotVisible` for a person whom the actor may not see, and for an
    answer that is not this person's own, sent and shared. At most two queries, and one for a pack not read before.
    """
    person = young_person(actor=actor, young_person_id=young_person_id)
    if answer_id is None:
        return Beginning(person, None)
    answer = shared_answers(person).filter(pk=answer_id).first()
    if answer is None:
        raise NotVisible
    return Beginning(person, Said.of(answer))
