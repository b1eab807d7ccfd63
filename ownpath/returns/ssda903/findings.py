"""What is told to the data officer about one cell of one line."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _


class Table(StrEnum):
    """One file of the return."""

    HEADER = "header"
    EPISODES = "episodes"
    OC3 = "oc3"


# What Ownpath reads. Other columns may be there, in any order, and are left alone.
COLUMNS = {
    Table.HEADER: ("CHILD", "DOB"),
    Table.EPISODES: ("CHILD", "DECOM", "RNE", "LS", "PLACE", "DEC", "REC"),
    Table.OC3: ("CHILD", "DOB", "IN_TOUCH", "ACTIV", "ACCOM"),
}


class Kind(StrEnum):
    """FAULT: the row is left out. NOTE: it is taken, but look. DIFFERENCE: the record says otherwise and stays. ENDING:
    somebody's record ends. ADDED, LEFT_OUT: what became of a child of the header file.
    """

    ENDING = "ending"
    FAULT = "fault"
    NOTE = "note"
    DIFFERENCE = "difference"
    ADDED = "added"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about one cell; `column` is empty where it is about the whole line, `rule` where no rule has one,
    `child` where the line has no CHILD.
    """

    kind: Kind
    table: Table
    line: int
    column: str
    value: str
    rule: str
    sentence: str
    child: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file that could be split into the columns that its first line names."""

    table: Table
    number: int
    cells: dict[str, str]

    def finding(self, column: str, rule: str, sentence: str, kind: Kind = Kind.FAULT) -> Finding:
        """A finding about one cell of this line."""
        return Finding(kind, self.table, self.number, column, self.cells[column], rule, sentence, self.cells["CHILD"])

    def difference(self, column: str, recorded: str) -> Finding:
        """A finding that the record says something else of one cell."""
        sentence = (
            _("On record it is {recorded}. The record stays.") if recorded else _("On record it is empty. That stays.")
        )
        return self.finding(column, "", sentence.format(recorded=recorded), Kind.DIFFERENCE)
