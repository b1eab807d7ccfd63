"""Reads for the return: what is on record, and what an import would change."""

from datetime import date

from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.people.enums import Source
from ownpath.people.models import CarePeriod, Observation, RecordEnd, YoungPerson
from ownpath.people.queries import young_people
from ownpath.support.enums import AskKind
from ownpath.support.models import Ask

from .models import ReturnedDeath
from .record import OnRecord
from .rules import can_import
from .ssda903.changes import Changes
from .ssda903.comparison import changes_of
from .ssda903.duplicates import PossibleDuplicates
from .ssda903.judging import judge
from .ssda903.reading import ReturnFiles


def on_record(*, actor: Actor) -> dict[str, OnRecord]:
    """Everyone the actor may see who has a CHILD of the return, by it and by those of records that were merged into
    theirs. Six queries, however many people.
    """
    people = young_people(actor=actor).exclude(child_id="")
    found = {person.pk: OnRecord(person) for person in people}
    for period in CarePeriod.objects.filter(young_person__in=people):
        found[period.young_person_id].periods[period.began_date] = period
    for said in Observation.objects.filter(young_person__in=people, source=Source.RETURN_FILE):
        found[said.young_person_id].observations[said.kind, said.on_date] = said.code
    for end in RecordEnd.objects.filter(young_person__in=people):
        found[end.young_person_id].ended_for.add(end.reason)
    for ask in Ask.objects.filter(young_person__in=people, kind=AskKind.NOT_SAFE, answered_at=None):
        found[ask.young_person_id].is_not_safe = True
    by_child = {record.young_person.child_id: record for record in found.values()}
    merged = YoungPerson.objects.filter(merged_into__in=people).exclude(child_id="")
    return by_child | {child: found[pk] for child, pk in merged.values_list("child_id", "merged_into_id")}


def returned_deaths(*, actor: Actor, year_end: date) -> dict[str, date]:
    """By CHILD, everybody whom the return of another year left out because they had died, with the end of the first
    such year. One query.
    """
    rows = ReturnedDeath.objects.filter(authority_id=actor.authority_id).exclude(year_end=year_end)
    return dict(rows.order_by("-year_end").values_list("child_id", "year_end"))


def import_preview(*, actor: Actor, files: ReturnFiles) -> Changes:
    """What `import_return` would change, and everything it would tell, without writing. For the system only; raises
    `NotAllowed`. Eight queries.
    """
    require(can_import(actor))
    assert actor.authority_id is not None
    record = on_record(actor=actor)
    by_hand = young_people(actor=actor).filter(child_id="").values_list("birth_date", flat=True)
    return changes_of(
        judge(files, record, returned_deaths(actor=actor, year_end=files.year_end)),
        actor.authority_id,
        PossibleDuplicates(by_hand, record),
    )
