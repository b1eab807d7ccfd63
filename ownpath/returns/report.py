"""The report of an import, for the data officer at the terminal: what was taken, what was left out and why, and every
finding with its place. It holds personal data and goes nowhere else; logs carry none of it.
"""

import csv
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TextIO

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .ssda903.changes import Changes
from .ssda903.files import shown
from .ssda903.findings import Finding, Kind, Table
from .ssda903.outcomes import Outcome

type Names = dict[Table, str]

COLUMNS = ("kind", "file", "line", "child", "column", "value", "rule", "sentence")

# Who is added or left out stands in the file only: they are thousands.
_TITLES = {
    Kind.ENDING: gettext_lazy("Records that end ({count}):"),
    Kind.FAULT: gettext_lazy("Faulty rows, left out ({count}):"),
    Kind.NOTE: gettext_lazy("Taken, but worth a look ({count}):"),
    Kind.DIFFERENCE: gettext_lazy("Different from the record, which stays as it is ({count}):"),
}


def report(changes: Changes, names: Names, year_end: date) -> Iterator[str]:
    """The report, line by line: counts that add up to the rows read, then every finding."""
    yield _("Return of the year that ended on {day}.").format(day=f"{year_end:%d/%m/%Y}")
    for table, counts in changes.rows.items():
        yield ""
        yield _("{file}: {count} rows").format(file=shown(names[table]), count=f"{counts.total():,}")
        yield from _counts(counts)
    yield ""
    yield _("Observations from {file}: {count}").format(
        file=shown(names[Table.OC3]), count=f"{changes.observed.total():,}"
    )
    yield from _counts(changes.observed)
    yield from told(changes.findings, names)
    for wrong in changes.wrong:
        yield ""
        yield wrong.sentence.format(file=shown(names[wrong.table]))


def told(findings: Sequence[Finding], names: Names) -> Iterator[str]:
    """Every finding as a line, by what it means."""
    for kind in _TITLES:
        yield from _section(kind, [finding for finding in findings if finding.kind == kind], names)


def _counts(counts: Counter[Outcome]) -> Iterator[str]:
    for outcome in Outcome:
        if counts[outcome]:
            yield f"{counts[outcome]:>9,}  {outcome.label}"


def _section(kind: Kind, findings: list[Finding], names: Names) -> Iterator[str]:
    if findings:
        yield ""
        yield _TITLES[kind].format(count=f"{len(findings):,}")
        yield from (_sentence(finding, names) for finding in _in_order(findings))


def _sentence(finding: Finding, names: Names) -> str:
    place = _("{file} line {line}").format(file=shown(names[finding.table]), line=finding.line)
    child = f", CHILD {shown(finding.child)}" if finding.child and finding.column != "CHILD" else ""
    column = f", {finding.column}" if finding.column else ""
    rule = _(" (rule {rule})").format(rule=finding.rule) if finding.rule else ""
    return f"  {place}{child}{column} '{shown(finding.value)}': {finding.sentence}{rule}"


def _in_order(findings: Sequence[Finding]) -> list[Finding]:
    tables = list(Table)
    return sorted(findings, key=lambda finding: (tables.index(finding.table), finding.line))


def new_file(path: Path) -> TextIO:
    """A new file that only its owner can read; raises `OSError`, also where there is one already, unless that is as
    empty as an import leaves it that was stopped.
    """
    is_left_over = path.is_file() and not path.is_symlink() and path.stat().st_size == 0
    how = os.O_WRONLY | os.O_NOFOLLOW | (0 if is_left_over else os.O_CREAT | os.O_EXCL)
    file = os.open(path, how, 0o600)
    os.fchmod(file, 0o600)
    return os.fdopen(file, "w", encoding="utf-8-sig", newline="")


def write_findings(file: TextIO, findings: Sequence[Finding], names: Names) -> None:
    """Every finding as a CSV row. A value that a spreadsheet would run as a formula gets an apostrophe before it."""
    rows = csv.writer(file)
    rows.writerow(COLUMNS)
    for one in _in_order(findings):
        cells = (_safe(one.child), one.column, _safe(one.value), one.rule, one.sentence)
        rows.writerow([one.kind, shown(names[one.table]), one.line, *cells])


def _safe(text: str) -> str:
    value = shown(text)
    return f"'{value}" if value.startswith(("=", "+", "-", "@")) else value
