"""From lines to typed rows: each cell by itself. What cells say together is for the checks."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from ownpath.returns import codes

from .dates import NotADay, day
from .files import Lines
from .findings import Finding, Line


@dataclass(frozen=True, slots=True)
class HeaderRow:
    """A child of the return."""

    line: Line
    child: str
    birth_date: date


@dataclass(frozen=True, slots=True)
class EpisodeRow:
    """One episode of being looked after; `ended` is None while it lasts."""

    line: Line
    child: str
    began: date
    ended: date | None
    reason_began: str
    legal_status: str
    placement: str
    reason_ended: str

    @property
    def is_short_break(self) -> bool:
        """Whether the episode belongs to an agreed series of short breaks."""
        return self.legal_status in codes.SHORT_BREAKS


@dataclass(frozen=True, slots=True)
class Oc3Row:
    """What the return says of one care leaver. The three codes are as given: the checks judge them together."""

    line: Line
    child: str
    birth_date: date
    in_touch: str
    activity: str
    accommodation: str

    @property
    def is_blank(self) -> bool:
        """Whether none of the three is given, which rule 153 allows."""
        return not (self.in_touch or self.activity or self.accommodation)


type AnyRow = HeaderRow | EpisodeRow | Oc3Row


@dataclass(frozen=True, slots=True)
class Rows[R: AnyRow]:
    """One table: its good rows, the lines that are faulty, how many were repeats or could not be split at all, and
    every finding so far. Each line that was read is in exactly one of the four.
    """

    good: list[R]
    faulty: list[Line]
    findings: list[Finding]
    broken: int = 0
    repeated: int = 0

    @property
    def count(self) -> int:
        """How many lines were read."""
        return len(self.good) + len(self.faulty) + self.broken + self.repeated

    def without_faulty(self, findings: list[Finding]) -> "Rows[R]":
        """The same, with the rows that the findings are about among the faulty."""
        lines = {finding.line for finding in findings}
        return replace(
            self,
            good=[row for row in self.good if row.line.number not in lines],
            faulty=self.faulty + [row.line for row in self.good if row.line.number in lines],
            findings=self.findings + findings,
        )

    def without_repeats(self, findings: list[Finding]) -> "Rows[R]":
        """The same, without the rows that say again what an earlier row said."""
        lines = {finding.line for finding in findings}
        good = [row for row in self.good if row.line.number not in lines]
        repeated = self.repeated + len(self.good) - len(good)
        return replace(self, good=good, repeated=repeated, findings=self.findings + findings)


class _Cells:
    """Reads the cells of one line and keeps what is wrong with each."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.findings: list[Finding] = []

    def child(self) -> str:
        value = self.line.cells["CHILD"]
        if not re.fullmatch(r"[!-~]{1,12}", value):
            sentence = _("CHILD must be 1 to 12 letters, digits or signs, without spaces.")
            self.findings.append(self.line.finding("CHILD", "", sentence))
        return value

    def day(self, column: str, rule: str) -> date:
        try:
            return day(self.line.cells[column])
        except NotADay as why:
            self.findings.append(self.line.finding(column, rule, str(why)))
            return date.min

    def day_or_none(self, column: str, rule: str) -> date | None:
        return self.day(column, rule) if self.line.cells[column] else None

    def code(self, column: str, rule: str, known: Collection[str]) -> str:
        value = self.line.cells[column]
        if value not in known:
            sentence = _("This is not a code of {column}.") if value else _("{column} is missing.")
            self.findings.append(self.line.finding(column, rule, sentence.format(column=column)))
        return value


def header_row(cells: _Cells) -> HeaderRow:
    """Rule 102: the date of birth is a date."""
    return HeaderRow(cells.line, cells.child(), cells.day("DOB", "102"))


def episode_row(cells: _Cells) -> EpisodeRow:
    """Rules 141 and 147 (dates), 143, 144, 146 and 149 (codes). DEC and REC may be empty."""
    return EpisodeRow(
        cells.line,
        cells.child(),
        began=cells.day("DECOM", "141"),
        ended=cells.day_or_none("DEC", "147"),
        reason_began=cells.code("RNE", "143", codes.REASONS_BEGAN),
        legal_status=cells.code("LS", "144", codes.LEGAL_STATUSES),
        placement=cells.code("PLACE", "146", codes.PLACEMENTS),
        reason_ended=cells.code("REC", "149", codes.REASONS_ENDED | {""}),
    )


def oc3_row(cells: _Cells) -> Oc3Row:
    """The date of birth is a date; the codes wait for the checks."""
    line = cells.line
    three = (line.cells[column] for column in ("IN_TOUCH", "ACTIV", "ACCOM"))
    return Oc3Row(line, cells.child(), cells.day("DOB", ""), *three)


def rows_of[R: AnyRow](lines: Lines, parse: Callable[[_Cells], R]) -> Rows[R]:
    """Every line as a row, or as a faulty line with its findings."""
    rows: Rows[R] = Rows([], [], list(lines.broken), broken=len(lines.broken))
    for line in lines.good:
        cells = _Cells(line)
        row = parse(cells)
        if cells.findings:
            rows.faulty.append(line)
            rows.findings.extend(cells.findings)
        else:
            rows.good.append(row)
    return rows
