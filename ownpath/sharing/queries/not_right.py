"""What young people say is not right in their record, as staff read it."""

from uuid import UUID

from django.db.models import QuerySet

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.queries import young_people
from ownpath.sharing.models import NotRight


def said_not_right(*, actor: Actor) -> QuerySet[NotRight]:
    """What everybody whose record the actor may open said is not right there, the oldest first."""
    return NotRight.objects.filter(young_person__in=young_people(actor=actor)).order_by("said_at", "pk")


def not_right_of(*, actor: Actor, young_person_id: UUID) -> list[NotRight]:
    """What one young person said, with who answered; empty for somebody the actor may not see. One query."""
    return list(said_not_right(actor=actor).filter(young_person_id=young_person_id).select_related("answered_by"))


def not_right(*, actor: Actor, young_person_id: UUID, not_right_id: UUID) -> NotRight:
    """One of these, with its young person; raises `NotVisible`. One query."""
    rows = said_not_right(actor=actor).filter(young_person_id=young_person_id, pk=not_right_id)
    found = rows.select_related("young_person").first()
    if found is None:
        raise NotVisible
    return found
