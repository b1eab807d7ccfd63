"""A good care leaver row as three dated observations, beside those that are on record for the same day."""

from datetime import date

from ownpath.people.enums import ObservationKind, Source
from ownpath.people.models import Observation, YoungPerson

from .changes import Changes
from .dossiers import Dossier
from .outcomes import Outcome
from .rows import Oc3Row

COLUMN_OF = {
    ObservationKind.IN_TOUCH: "IN_TOUCH",
    ObservationKind.ACTIVITY: "ACTIV",
    ObservationKind.ACCOMMODATION: "ACCOM",
}


def observe(changes: Changes, dossier: Dossier, person: YoungPerson, row: Oc3Row) -> Outcome:
    """Three observations; one of the same kind and day that says otherwise stays, and is told."""
    if row.is_blank:
        return Outcome.BLANK
    on_date = dossier.oc3_case(row).on_date
    recorded = dossier.on_record.observations if dossier.on_record else {}
    outcomes = [_observe(changes, person, row, kind, on_date, recorded.get((kind, on_date))) for kind in COLUMN_OF]
    changes.observed.update(outcomes)
    return _of_row(outcomes)


def _observe(
    changes: Changes, person: YoungPerson, row: Oc3Row, kind: ObservationKind, on_date: date, recorded: str | None
) -> Outcome:
    code = row.line.cells[COLUMN_OF[kind]]
    if recorded is None:
        changes.observations.append(
            Observation(
                authority_id=person.authority_id,
                young_person=person,
                kind=kind,
                code=code,
                on_date=on_date,
                source=Source.RETURN_FILE,
            )
        )
        return Outcome.ADDED
    if recorded == code:
        return Outcome.UNCHANGED
    changes.findings.append(row.line.difference(COLUMN_OF[kind], recorded))
    return Outcome.DIFFERENT


def _of_row(outcomes: list[Outcome]) -> Outcome:
    """A row is what most needs saying of its three observations."""
    order = (Outcome.DIFFERENT, Outcome.ADDED, Outcome.UNCHANGED)
    return min(outcomes, key=order.index)
