"""The report of an import, for the data officer at the terminal: what was taken, what was left out and why, and every
finding with its place. It holds personal data and goes nowhere else; logs carry none of it.
"""

import csv
import os
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TextIO

from django.utils.translation import gettext as _

from .ssda903.changes import Changes
from .ssda903.files import shown
from .ssda903.findings import Finding, Kind, Table
from .ssda903.outcomes import Outcome

type Names = dict[Table, str]

COLUMNS = ("kind", "file", "line", "column", "value", "rule", "sentence")


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
    for kind in Kind:
        yield from _section(kind, [finding for finding in changes.findings if finding.kind == kind], names)


def _counts(counts: Counter[Outcome]) -> Iterator[str]:
    for outcome in Outcome:
        if counts[outcome]:
            yield f"{counts[outcome]:>9,}  {outcome.label}"


def _section(kind: Kind, findings: list[Finding], names: Names) -> Iterator[str]:
    titles = {
        Kind.ENDING: _("Records that end ({count}):"),
        Kind.FAULT: _("Faulty rows, left out ({count}):"),
        Kind.NOTE: _("Taken, but worth a look ({count}):"),
        Kind.DIFFERENCE: _("Different from the record, which stays as it is ({count}):"),
    }
    if findings:
        yield ""
        yield titles[kind].format(count=f"{len(findings):,}")
        yield from (_sentence(finding, names) for finding in _in_order(findings))


def _sentence(finding: Finding, names: Names) -> str:
    place = _("{file} line {line}").format(file=shown(names[finding.table]), line=finding.line)
    column = f", {finding.column}" if finding.column else ""
    rule = _(" (rule {rule})").format(rule=finding.rule) if finding.rule else ""
    return f"  {place}{column} '{shown(finding.value)}': {finding.sentence}{rule}"


def _in_order(findings: list[Finding]) -> list[Finding]:
    tables = list(Table)
    return sorted(findings, key=lambda finding: (tables.index(finding.table), finding.line))


def new_file(path: Path) -> TextIO:
    """A new file that only its owner can read; raises `OSError`, also where there is one already."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8-sig", newline="")


def write_findings(file: TextIO, changes: Changes, names: Names) -> None:
    """Every finding as a CSV row. A value that a spreadsheet would run as a formula gets an apostrophe before it."""
    rows = csv.writer(file)
    rows.writerow(COLUMNS)
    for one in _in_order(changes.findings):
        value = shown(one.value)
        safe = f"'{value}" if value.startswith(("=", "+", "-", "@")) else value
        rows.writerow([one.kind, shown(names[one.table]), one.line, one.column, safe, one.rule, one.sentence])
