"""Answering together: the young person has the device of somebody of the service, and is themselves on it."""

from datetime import datetime, timedelta
from uuid import UUID

from ownpath.accounts.enums import RoleCode
from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.surveys.models import Sitting

LONGEST = timedelta(hours=2)


def earliest_open() -> datetime:
    """When a sitting must have begun that is not over by itself yet."""
    return clock.now() - LONGEST


def sitting_actor(*, actor: Actor, sitting_id: UUID) -> Actor | None:
    """Who answers in a sitting: the young person, whether or not they ever signed in; None once it is over. Asked as
    the system, before anything else may be read. One query.
    """
    assert actor.is_system
    sitting = (
        Sitting.objects.filter(pk=sitting_id, authority_id=actor.authority_id)
        .filter(ended_at=None, began_at__gt=earliest_open())
        .exclude(young_person__user__is_active=False)
        .select_related("young_person__user")
        .first()
    )
    if sitting is None:
        return None
    person: YoungPerson = sitting.young_person
    return Actor(
        role=RoleCode.YOUNG_PERSON,
        authority_id=person.authority_id,
        user_id=person.user_id,
        young_person_id=person.pk,
        name=str(person),
        language=person.user.language if person.user else "",
        sitting_id=sitting.pk,
    )
