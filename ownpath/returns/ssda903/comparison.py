"""From what was judged to what changes. Nothing on record is overwritten."""

from collections import Counter
from typing import Any
from uuid import UUID

from ownpath.core.progress import progress
from ownpath.people.models import YoungPerson

from . import endings
from .changes import Changes
from .dossiers import Dossier
from .duplicates import PossibleDuplicates
from .endings import ending_of
from .findings import Kind, Table
from .judging import Judged
from .matching import left_out
from .observations import observe
from .outcomes import Outcome
from .periods import left_open, take_period
from .tables import Rows
from .whole import wrong_files


def changes_of(judged: Judged, authority_id: UUID, alike: PossibleDuplicates | None = None) -> Changes:
    """Compare what was judged with what is on record; `alike` knows whom a new child could be."""
    changes, alike = Changes(), alike or PossibleDuplicates()
    tables: tuple[tuple[Table, Rows[Any]], ...] = (
        (Table.HEADER, judged.header),
        (Table.EPISODES, judged.episodes),
        (Table.OC3, judged.oc3),
    )
    for table, rows in tables:
        changes.rows[table] = _lost(rows, judged.dossiers)
        changes.findings += rows.findings
    for dossier in progress(judged.dossiers.values(), "Young people"):
        reason = left_out(dossier)
        if reason:
            _leave_out(changes, dossier, reason)
        else:
            _take(changes, dossier, authority_id, alike)
    changes.wrong += wrong_files(tables, judged.dossiers.values())
    return changes


def _lost(rows: Rows[Any], dossiers: dict[str, Dossier]) -> Counter[Outcome]:
    """The rows that never reach a dossier."""
    without_header = sum(row.child not in dossiers for row in rows.good)
    return Counter(
        {
            Outcome.BROKEN: rows.broken,
            Outcome.FAULTY: len(rows.faulty),
            Outcome.REPEATED: rows.repeated,
            Outcome.FAULTY_HEADER: without_header,
        }
    )


def _leave_out(changes: Changes, dossier: Dossier, reason: Outcome) -> None:
    changes.rows[Table.HEADER][reason] += 1
    changes.children.append(dossier.header.line.finding("CHILD", "", str(reason.label), Kind.LEFT_OUT))
    changes.rows[Table.EPISODES][Outcome.NOT_TAKEN] += len(dossier.periods)
    if dossier.oc3:
        changes.rows[Table.OC3][Outcome.BLANK if dossier.oc3.is_blank else Outcome.NOT_TAKEN] += 1
    if reason == Outcome.DIED:
        changes.died.append(dossier.header.child)
    if reason == Outcome.OTHER_BIRTH_DATE and dossier.on_record:
        recorded = dossier.on_record.young_person.birth_date
        changes.findings.append(dossier.header.line.difference("DOB", f"{recorded:%d/%m/%Y}"))


def _end(changes: Changes, dossier: Dossier) -> None:
    """The end of a record that the return tells, unless somebody has to be spoken with first."""
    changes.findings += endings.notes(dossier)
    ending = ending_of(dossier)
    if ending is None:
        return
    if ending.must_wait:
        changes.findings.append(ending.refused())
    else:
        changes.endings.append(ending)
        changes.findings.append(ending.finding)


def _take(changes: Changes, dossier: Dossier, authority_id: UUID, alike: PossibleDuplicates) -> None:
    if dossier.on_record:
        changes.rows[Table.HEADER][Outcome.UNCHANGED] += 1
        person = dossier.on_record.young_person
    else:
        changes.rows[Table.HEADER][Outcome.ADDED] += 1
        header = dossier.header
        person = YoungPerson(authority_id=authority_id, child_id=header.child, birth_date=header.birth_date)
        changes.people.append(person)
        changes.children.append(header.line.finding("CHILD", "", str(Outcome.ADDED.label), Kind.ADDED))
        changes.findings += alike.notes(header)
    changes.findings += [*dossier.notes(), *left_open(dossier)]
    for row in dossier.periods:
        changes.rows[Table.EPISODES][take_period(changes, dossier, person, row)] += 1
    _end(changes, dossier)
    if dossier.oc3:
        changes.rows[Table.OC3][observe(changes, dossier, person, dossier.oc3)] += 1
