"""From bytes to lines with their numbers. A file that cannot be trusted is refused whole, with one sentence; a line
that cannot be split is a fault of its own and costs no other line.

Each line is parsed by itself: no cell of the return holds a line break, so a stray quotation mark ends with its line.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from django.utils.translation import gettext as _

from ownpath.core.documents.kinds import other_kind

from .findings import COLUMNS, Finding, Kind, Line, Table
from .first_line import LOOKED_AT, NoColumns, columns

# The largest return in England is far below a tenth of each.
MOST_BYTES = 20_000_000
MOST_LINES = 100_000
LONGEST_LINE = 4_000
SHOWN = 40
_EMPTY = " \t\r\n,\N{NO-BREAK SPACE}"


class Unreadable(Exception):
    """The file cannot be read at all; the sentence, which begins with its name, says why. `findings` are the faults of
    rows where those are the reason.
    """

    def __init__(self, sentence: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(sentence)
        self.findings = findings


def shown(text: str) -> str:
    """Text of a file as a terminal may print it: without signs that steer it, and not longer than a line."""
    safe = text.encode("unicode_escape").decode("ascii")
    return safe if len(safe) <= SHOWN else f"{safe[:SHOWN]}..."


class _Unsplittable(Exception):
    """The line cannot be split into columns; the sentence says why."""


@dataclass(slots=True)
class Lines:
    """What one file holds: the lines that could be split, and a finding for each that could not. `unended` is the
    number of the last line where it has no line end, as in a file that was cut off.
    """

    good: list[Line]
    broken: list[Finding]
    unended: int | None = None


def read(path: Path, table: Table) -> Lines:
    """All lines of one file but the empty ones, which may hold commas; raises `Unreadable`."""
    text = _text(path)
    columns = _columns(path, table, text)
    lines, number = Lines([], []), 1
    for number, line in enumerate(io.StringIO(text, newline=None), start=1):
        if number > MOST_LINES:
            raise Unreadable(
                _("{file} has more than {most} lines.").format(file=shown(path.name), most=f"{MOST_LINES:,}")
            )
        if number > 1 and line.replace('""', "").strip(_EMPTY):
            _add(lines, table, number, line.rstrip("\n"), columns)
    if not text.endswith(("\n", "\r")):
        lines.unended = number
        if lines.broken and lines.broken[-1].line == number:
            raise cut_off(path, number)
    return lines


def cut_off(path: Path, line: int) -> Unreadable:
    """That a file ends in the middle: whatever is missing, what is there could be misread without it."""
    sentence = _("{file} ends in the middle of line {line}: it was cut off when it was saved or sent. Export it again.")
    return Unreadable(sentence.format(file=shown(path.name), line=line))


def _add(lines: Lines, table: Table, number: int, text: str, columns: list[str]) -> None:
    try:
        named = dict(zip(columns, _cells(text, len(columns)), strict=True))
    except _Unsplittable as why:
        lines.broken.append(Finding(Kind.FAULT, table, number, "", text[: SHOWN + 1], "", str(why)))
    else:
        lines.good.append(Line(table, number, {column: named[column] for column in COLUMNS[table]}))


def _cells(text: str, expected: int | None = None) -> list[str]:
    if len(text) > LONGEST_LINE:
        long = _("The line has {count} characters; the longest that can be right has {most}.")
        raise _Unsplittable(long.format(count=f"{len(text):,}", most=f"{LONGEST_LINE:,}"))
    try:
        cells = next(csv.reader([text], strict=True))
    except csv.Error:
        raise _Unsplittable(_("The quotation marks on this line do not pair up.")) from None
    if expected is not None and len(cells) != expected:
        wrong = _("The line has {count} columns, the first line names {expected}.")
        raise _Unsplittable(wrong.format(count=len(cells), expected=expected))
    return [cell.strip() for cell in cells]


def _columns(path: Path, table: Table, text: str) -> list[str]:
    """The names on the first line."""
    first_lines = list(islice(io.StringIO(text, newline=None), LOOKED_AT)) or [""]
    try:
        return columns(_cells(first_lines[0].rstrip("\n")), first_lines, table)
    except _Unsplittable as why:
        raise Unreadable(_("{file}, first line: {why}").format(file=shown(path.name), why=why)) from None
    except NoColumns as why:
        raise Unreadable(str(why).format(file=shown(path.name))) from None


def _text(path: Path) -> str:
    content = _bytes(path)
    for is_so, sentence in _refusals(content):
        if is_so:
            raise Unreadable(sentence.format(file=shown(path.name)))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        sentence = _("{file} is not UTF-8 text (line {line}). Save it as 'CSV UTF-8' and try again.")
        raise Unreadable(sentence.format(file=shown(path.name), line=line)) from None


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise Unreadable(_("{file} cannot be opened: {why}.").format(file=shown(path.name), why=why)) from None


def _refusals(content: bytes) -> Iterator[tuple[bool, str]]:
    yield not content.strip(), _("{file} is empty.")
    yield len(content) > MOST_BYTES, _("{file} is larger than 20 megabytes, too large for a return.")
    yield (
        content.startswith((b"\xff\xfe", b"\xfe\xff")),
        _("{file} is UTF-16 text. Save it as 'CSV UTF-8' and try again."),
    )
    if kind := other_kind(content):
        yield (
            True,
            _("{{file}} is {kind}. Export it from your case system as 'CSV UTF-8' and try again.").format(kind=kind),
        )
    yield b"\0" in content, _("{file} holds bytes that no text has. It is not a CSV file, or it was damaged.")
