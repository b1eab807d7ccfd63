"""Writes of returns."""

from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.organisations.models import Authority
from ownpath.people.models import CarePeriod, Observation, YoungPerson

from .queries import import_preview
from .rules import can_import
from .ssda903.changes import Changes
from .ssda903.reading import ReturnFiles


@action
def import_return(*, actor: Actor, files: ReturnFiles) -> Audited[Changes]:
    """Take a return in: new young people with their periods in care and dated observations, and the end of periods
    that were open. For the system only; raises `NotAllowed`.

    It only ever adds: nothing on record is overwritten, what differs is told, and the same files again change nothing.
    One import of an authority at a time; about ten queries in bulk, all or none.
    """
    require(can_import(actor))
    authority = Authority.objects.select_for_update(no_key=True).get(pk=actor.authority_id)
    changes = import_preview(actor=actor, files=files)
    YoungPerson.objects.bulk_create(changes.people)
    CarePeriod.objects.bulk_create(changes.periods)
    CarePeriod.objects.bulk_update(changes.ended, ["ended_date", "reason_ended"], batch_size=500)
    Observation.objects.bulk_create(changes.observations)
    return Audited(changes, about=authority)
