"""The three files of one return, read but not yet judged."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from ownpath.core.progress import progress

from . import files
from .dates import year_end_told_by
from .files import Unreadable
from .findings import Table
from .repeats import once
from .rows import EpisodeRow, HeaderRow, Oc3Row, episode_row, header_row, oc3_row
from .tables import Rows, rows_of


@dataclass(frozen=True, slots=True)
class ReturnFiles:
    """The rows of one return and the 31 March with which its year ends."""

    header: Rows[HeaderRow]
    episodes: Rows[EpisodeRow]
    oc3: Rows[Oc3Row]
    year_end: date


def read_return(header: Path, episodes: Path, oc3: Path, year_end: date | None = None) -> ReturnFiles:
    """Read the files; without `year_end` the episodes tell the year. Raises `Unreadable`."""
    paths = {Table.HEADER: header, Table.EPISODES: episodes, Table.OC3: oc3}
    lines = {table: files.read(path, table) for table, path in progress(paths.items(), "Reading", total=3)}
    found = ReturnFiles(
        once(rows_of(lines[Table.HEADER], header_row), lambda row: row.child, "CHILD", "INT32"),
        once(rows_of(lines[Table.EPISODES], episode_row), lambda row: (row.child, row.began), "DECOM", ""),
        once(rows_of(lines[Table.OC3], oc3_row), lambda row: row.child, "CHILD", "INT34"),
        date.min,
    )
    told = year_end or year_end_told_by(row.began for row in found.episodes.good)
    if told is None:
        raise Unreadable(_("No episode tells which year this return is of. Give the year with --year-end."))
    return ReturnFiles(found.header, found.episodes, found.oc3, told)
