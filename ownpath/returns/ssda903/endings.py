"""Whose record a return ends: who died, was adopted, or whose care another authority took over at the last.

Refusing contact (REFU) and needing nothing more (NREQ) end no record: somebody who refused once must not vanish without
anybody having looked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from ownpath.core import clock
from ownpath.people.enums import EndReason
from ownpath.people.models import YoungPerson
from ownpath.returns import codes

from .dossiers import Dossier
from .findings import Finding, Kind, Line

ENDS = {
    codes.DIED_IN_CARE: EndReason.DIED,
    codes.MOVED_TO_ANOTHER_AUTHORITY: EndReason.TRANSFERRED,
} | dict.fromkeys(codes.ADOPTED, EndReason.ADOPTED)
NOT_BY_THEMSELVES = {codes.InTouch.REFU, codes.InTouch.NREQ}


@dataclass(frozen=True, slots=True)
class Ending:
    """A record that ends: whose, why, on which day, and the line that says so."""

    person: YoungPerson
    reason: EndReason
    on_date: date
    line: Line
    column: str
    must_wait: bool = False

    @property
    def finding(self) -> Finding:
        """What the report says of it."""
        sentence = _("The record of {child} ends on {day}: {reason}.").format(
            child=self.person.child_id, day=f"{self.on_date:%d/%m/%Y}", reason=self.reason.label
        )
        return self.line.finding(self.column, "", sentence, Kind.ENDING)

    def refused(self) -> Finding:
        """What the report says where something of theirs is still open."""
        sentence = _(
            "The record of {child} does not end yet: something of theirs is still open, as its page says. See to that "
            "first, then import again."
        ).format(child=self.person.child_id)
        return self.line.finding(self.column, "", sentence, Kind.NOTE)


def ending_of(dossier: Dossier) -> Ending | None:
    """The end of a record that is open, or was ended for another reason than death and they have died; else None.

    An end that somebody opened again stays open: the same file, brought once more, changes nothing.
    """
    if dossier.on_record is None:
        return None
    found = _told(dossier)
    if found is None or found.reason in dossier.on_record.ended_for:
        return None
    has_ended = dossier.on_record.young_person.has_ended
    return found if not has_ended or found.reason == EndReason.DIED else None


def notes(dossier: Dossier) -> Iterator[Finding]:
    """That somebody refuses contact or needs nothing more, which ends nothing by itself; and that a record stays open
    which somebody opened again.
    """
    if dossier.on_record is None or dossier.on_record.young_person.has_ended:
        return
    row, found = dossier.oc3, _told(dossier)
    if row and row.in_touch in NOT_BY_THEMSELVES:
        sentence = _("{child}: this does not end the record. If it should end, a manager ends it on their page.")
        yield row.line.finding("IN_TOUCH", "", sentence.format(child=row.child), Kind.NOTE)
    if found and found.reason in dossier.on_record.ended_for:
        sentence = _("{child}: the record had ended for this and was opened again. It stays open.")
        yield found.line.finding(found.column, "", sentence.format(child=found.person.child_id), Kind.NOTE)


def _told(dossier: Dossier) -> Ending | None:
    return _death(dossier) or _last_care(dossier)


def _death(dossier: Dossier) -> Ending | None:
    row = dossier.oc3
    if row is None or row.in_touch != codes.InTouch.DIED:
        return None
    return _ending(dossier, EndReason.DIED, dossier.oc3_case(row).on_date, row.line, "IN_TOUCH")


def _last_care(dossier: Dossier) -> Ending | None:
    """By the last period in care, where no later one is on record or cannot be placed."""
    last = dossier.periods[-1] if dossier.periods else None
    if last is None or last.ended is None or last.reason_ended not in ENDS:
        return None
    later = [began for began in (dossier.on_record.periods if dossier.on_record else {}) if began > last.began]
    if later or dossier.unplaced or dossier.episodes[-1] is not last:
        return None
    return _ending(dossier, ENDS[last.reason_ended], last.ended, last.line, "REC")


def _ending(dossier: Dossier, reason: EndReason, on_date: date, line: Line, column: str) -> Ending:
    record = dossier.on_record
    assert record is not None
    must_wait = record.is_not_safe and reason != EndReason.DIED
    return Ending(record.young_person, reason, min(on_date, clock.today()), line, column, must_wait)
