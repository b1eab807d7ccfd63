"""The three files of one return, read but not yet judged."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from ownpath.core import clock
from ownpath.core.progress import progress
from ownpath.returns import codes

from . import files
from .dates import latest_year_end, year_end_told_by
from .files import Unreadable
from .findings import Table
from .repeats import once
from .rows import AnyRow, EpisodeRow, HeaderRow, Oc3Row, episode_row, header_row, oc3_row
from .tables import Rows, rows_of


@dataclass(frozen=True, slots=True)
class ReturnFiles:
    """The rows of one return and the 31 March with which its year ends."""

    header: Rows[HeaderRow]
    episodes: Rows[EpisodeRow]
    oc3: Rows[Oc3Row]
    year_end: date


def read_return(header: Path, episodes: Path, oc3: Path, year_end: date | None = None) -> ReturnFiles:
    """Read the files. Without `year_end` the episodes tell the year, if it is the one that has ended last. Raises
    `Unreadable`.
    """
    paths = {Table.HEADER: header, Table.EPISODES: episodes, Table.OC3: oc3}
    lines = {table: files.read(path, table) for table, path in progress(paths.items(), "Reading", total=3)}
    found = ReturnFiles(
        once(rows_of(lines[Table.HEADER], header_row), lambda row: row.child, "CHILD", "INT32"),
        once(rows_of(lines[Table.EPISODES], episode_row), lambda row: (row.child, row.began), "DECOM", ""),
        once(rows_of(lines[Table.OC3], oc3_row), lambda row: row.child, "CHILD", "INT34"),
        date.min,
    )
    tables: dict[Table, Rows[Any]] = dict(zip(Table, (found.header, found.episodes, found.oc3), strict=True))
    for table, rows in tables.items():
        if _is_cut(lines[table].unended, rows):
            raise files.cut_off(paths[table], lines[table].unended or 0)
    return replace(found, year_end=year_end or _year_end(found))


def _is_cut(last: int | None, rows: Rows[Any]) -> bool:
    """Whether the last line has no end and a cell of it no sense, as where a file was cut off."""
    faulty = any(line.number == last for line in rows.faulty)
    return last is not None and (faulty or any(row.line.number == last and _is_half(row) for row in rows.good))


def _is_half(row: AnyRow) -> bool:
    return isinstance(row, Oc3Row) and not row.is_blank and row.accommodation not in codes.ACCOMMODATIONS


def _year_end(found: ReturnFiles) -> date:
    """The end of the year that the episodes tell, where nobody need be asked about it."""
    told, latest = year_end_told_by(row.began for row in found.episodes.good), latest_year_end(clock.today())
    if told is None and found.episodes.count:
        findings = [*found.header.findings, *found.episodes.findings, *found.oc3.findings]
        sentence = _("No row of the episodes file is good, so none tells which year this return is of.")
        raise Unreadable(f"{sentence} {_('Each is named above.')}", findings)
    if told is None:
        raise Unreadable(_("No episode tells which year this return is of. Give the year with --year-end."))
    if told > latest:
        sentence = _("By its episodes this return is of the year to {day}, which has not ended. Look at their dates.")
        raise Unreadable(sentence.format(day=f"{told:%d/%m/%Y}"))
    if told < latest:
        sentence = _("By its episodes this return is of the year to {day}. If that is right, give --year-end {given}.")
        raise Unreadable(sentence.format(day=f"{told:%d/%m/%Y}", given=told))
    return told
