"""From lines to typed rows: each cell by itself. What cells say together is for the checks."""

from dataclasses import dataclass
from datetime import date

from ownpath.returns import codes

from .cells import Cells
from .findings import Line


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


def header_row(cells: Cells) -> HeaderRow:
    """Rule 102: the date of birth is a date."""
    return HeaderRow(cells.line, cells.child(), cells.day("DOB", "102"))


def episode_row(cells: Cells) -> EpisodeRow:
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


def oc3_row(cells: Cells) -> Oc3Row:
    """The date of birth is a date; the codes wait for the checks."""
    line = cells.line
    three = (line.cells[column] for column in ("IN_TOUCH", "ACTIV", "ACCOM"))
    return Oc3Row(line, cells.child(), cells.day("DOB", ""), *three)
