"""A good episode beside the care period that is on record for the same first day."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from ownpath.people.enums import Source
from ownpath.people.models import CarePeriod, YoungPerson

from .changes import Changes
from .dossiers import Dossier
from .findings import Finding, Kind
from .outcomes import Outcome
from .rows import EpisodeRow


def take_period(changes: Changes, dossier: Dossier, person: YoungPerson, row: EpisodeRow) -> Outcome:
    """A new period is added; one that was open gets its end; anything else that differs is told, and stays."""
    recorded = dossier.on_record.periods.get(row.began) if dossier.on_record else None
    if recorded is None:
        changes.periods.append(_period(person, row))
        return Outcome.ADDED
    differences = list(_period_differences(recorded, row, dossier.year_end))
    changes.findings += differences
    if recorded.ended_date is None and row.ended:
        recorded.ended_date, recorded.reason_ended = row.ended, row.reason_ended
        changes.ended.append(recorded)
        return Outcome.ENDED
    return Outcome.DIFFERENT if differences else Outcome.UNCHANGED


def left_open(dossier: Dossier) -> Iterator[Finding]:
    """Periods on record that have no end and that the episodes file, which should hold them, does not mention."""
    mentioned = {row.line.cells["DECOM"] for row in dossier.episodes} | {
        line.cells["DECOM"] for line in dossier.unplaced
    }
    for began, recorded in dossier.on_record.periods.items() if dossier.on_record else ():
        day = f"{began:%d/%m/%Y}"
        if recorded.ended_date is None and began <= dossier.year_end and day not in mentioned:
            sentence = _("On record a period in care from {day} is still open; the episodes file does not mention it.")
            yield dossier.header.line.finding("CHILD", "", sentence.format(day=day), Kind.DIFFERENCE)


def _period(person: YoungPerson, row: EpisodeRow) -> CarePeriod:
    """An open period has no reason for ending, whatever the row says (rule 148)."""
    return CarePeriod(
        authority_id=person.authority_id,
        young_person=person,
        began_date=row.began,
        ended_date=row.ended,
        legal_status=row.legal_status,
        placement=row.placement,
        reason_began=row.reason_began,
        reason_ended=row.reason_ended if row.ended else "",
        source=Source.RETURN_FILE,
    )


def _period_differences(recorded: CarePeriod, row: EpisodeRow, year_end: date) -> Iterator[Finding]:
    """An end on record after the year of this return is no difference: when it was made, the period was open."""
    ended_later = row.ended is None and recorded.ended_date is not None and recorded.ended_date > year_end
    facts = [
        ("RNE", recorded.reason_began, row.reason_began),
        ("LS", recorded.legal_status, row.legal_status),
        ("PLACE", recorded.placement, row.placement),
    ]
    if recorded.ended_date and not ended_later:
        facts.append(("DEC", f"{recorded.ended_date:%d/%m/%Y}", f"{row.ended:%d/%m/%Y}" if row.ended else ""))
        facts.append(("REC", recorded.reason_ended, row.reason_ended))
    for column, before, now in facts:
        if before != now:
            yield row.line.difference(column, before)
