"""Saying what doing well means."""

from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.core.versions import StaleEdit
from ownpath.people.actions.ending import come_back_if_ended
from ownpath.people.models import YoungPerson
from ownpath.people.queries import young_person
from ownpath.plans.models import Statement
from ownpath.plans.rules import can_say_what_doing_well_means


@action
def say_what_doing_well_means(*, actor: Actor, words: str, version: int) -> Audited[Statement | None]:
    """Say in one's own words what doing well means, or take it back with no words: the young person alone. What it said
    before is kept; the same words again add nothing.

    `version` is the one that the actor had open, 0 for none. Raises `StaleEdit` when other words were saved since.
    """
    require(actor.young_person_id is not None)
    person = young_person(actor=actor, young_person_id=actor.young_person_id)
    require(can_say_what_doing_well_means(actor, person))
    YoungPerson.objects.select_for_update().get(pk=person.pk)  # held, so that no two are saved as the same version
    latest = Statement.objects.filter(young_person=person).order_by("-version").first()
    wanted = words.strip()
    if wanted == (latest.words if latest else ""):
        return Audited(latest, about=latest, young_person_id=person.pk)
    if latest and latest.version != version:
        raise StaleEdit(latest)
    come_back_if_ended(actor, person.pk)
    said = Statement.objects.create(
        authority_id=person.authority_id,
        young_person=person,
        words=wanted,
        version=(latest.version if latest else 0) + 1,
        said_by_id=actor.user_id,
    )
    return Audited(said, about=said, young_person_id=person.pk)
