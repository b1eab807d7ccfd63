"""Writes of returns."""

from datetime import date

from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.organisations.models import Authority
from ownpath.people.enums import Source
from ownpath.people.models import CarePeriod, Observation, YoungPerson
from ownpath.support.actions import StillOpen, end_record

from .models import ReturnedDeath
from .queries import import_preview
from .rules import can_import
from .ssda903.changes import Changes
from .ssda903.reading import ReturnFiles


class WrongFile(Exception):
    """A file is wrong as a whole, so nothing was taken in. `changes` tells which, and all that was found."""

    def __init__(self, changes: Changes) -> None:
        super().__init__("wrong as a whole")
        self.changes = changes


@action
def import_return(*, actor: Actor, files: ReturnFiles) -> Audited[Changes]:
    """Take a return in: new young people with their periods in care and dated observations, and the end of periods
    that were open. For the system only; raises `NotAllowed`, and `WrongFile` where a file is wrong as a whole.

    The record of somebody who died, was adopted, or whose care another authority took over, ends. Otherwise it only
    ever adds: nothing on record is overwritten, what differs is told, and the same files again change nothing. One
    import of an authority at a time; about ten queries in bulk and a few for each record that ends, all or none.
    """
    require(can_import(actor))
    authority = Authority.objects.select_for_update(no_key=True).get(pk=actor.authority_id)
    changes = import_preview(actor=actor, files=files)
    if changes.wrong:
        raise WrongFile(changes)
    YoungPerson.objects.bulk_create(changes.people)
    CarePeriod.objects.bulk_create(changes.periods)
    CarePeriod.objects.bulk_update(changes.ended, ["ended_date", "reason_ended"], batch_size=500)
    Observation.objects.bulk_create(changes.observations)
    for ending in changes.endings:
        try:
            end_record(
                actor=actor,
                young_person_id=ending.person.pk,
                reason=ending.reason,
                on_date=ending.on_date,
                is_certain=True,
                source=Source.RETURN_FILE,
            )
        except StillOpen:
            changes.findings.append(ending.refused())
    _remember_deaths(actor, changes.died, files.year_end)
    return Audited(changes, about=authority)


def _remember_deaths(actor: Actor, died: list[str], year_end: date) -> None:
    """A later draft of the same year may say otherwise; then that holds."""
    at = {"authority_id": actor.authority_id, "year_end": year_end}
    known = set(ReturnedDeath.objects.filter(**at).values_list("child_id", flat=True))
    ReturnedDeath.objects.filter(**at, child_id__in=known - set(died)).delete()
    ReturnedDeath.objects.bulk_create(ReturnedDeath(**at, child_id=child) for child in sorted(set(died) - known))
