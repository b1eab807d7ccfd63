"""The rows of one table, sorted into good and faulty."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from .cells import Cells
from .files import Lines
from .findings import Finding, Line
from .rows import AnyRow


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


def rows_of[R: AnyRow](lines: Lines, parse: Callable[[Cells], R]) -> Rows[R]:
    """Every line as a row, or as a faulty line with its findings."""
    rows: Rows[R] = Rows([], [], list(lines.broken), broken=len(lines.broken))
    for line in lines.good:
        cells = Cells(line)
        row = parse(cells)
        if cells.findings:
            rows.faulty.append(line)
            rows.findings.extend(cells.findings)
        else:
            rows.good.append(row)
    return rows
