"""Reads for the return: what is on record, and what an import would change."""

from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.people.enums import Source
from ownpath.people.models import CarePeriod, Observation
from ownpath.people.queries import young_people

from .record import OnRecord
from .rules import can_import
from .ssda903.changes import Changes
from .ssda903.comparison import changes_of
from .ssda903.duplicates import PossibleDuplicates
from .ssda903.judging import judge
from .ssda903.reading import ReturnFiles


def on_record(*, actor: Actor) -> dict[str, OnRecord]:
    """Everyone the actor may see who has a CHILD of the return, by it. Three queries, however many people."""
    people = young_people(actor=actor).exclude(child_id="")
    found = {person.pk: OnRecord(person) for person in people}
    for period in CarePeriod.objects.filter(young_person__in=people):
        found[period.young_person_id].periods[period.began_date] = period
    for said in Observation.objects.filter(young_person__in=people, source=Source.RETURN_FILE):
        found[said.young_person_id].observations[said.kind, said.on_date] = said.code
    return {record.young_person.child_id: record for record in found.values()}


def import_preview(*, actor: Actor, files: ReturnFiles) -> Changes:
    """What `import_return` would change, and everything it would tell, without writing. For the system only; raises
    `NotAllowed`. Four queries.
    """
    require(can_import(actor))
    assert actor.authority_id is not None
    record = on_record(actor=actor)
    by_hand = young_people(actor=actor).filter(child_id="").values_list("birth_date", flat=True)
    return changes_of(judge(files, record), actor.authority_id, PossibleDuplicates(by_hand, record))
