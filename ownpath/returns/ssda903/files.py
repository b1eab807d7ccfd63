"""From bytes to lines with their numbers. A file that cannot be trusted is refused whole, with one sentence; a line
that cannot be split is a fault of its own and costs no other line.

Each line is parsed by itself: no cell of the return holds a line break, so a stray quotation mark ends with its line.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from .findings import COLUMNS, Finding, Kind, Line, Table

# The largest return in England is far below a tenth of each.
MOST_BYTES = 20_000_000
MOST_LINES = 100_000
LONGEST_LINE = 4_000
SHOWN = 40


class Unreadable(Exception):
    """The file cannot be read at all; the sentence, which begins with its name, says why."""


def shown(text: str) -> str:
    """Text of a file as a terminal may print it: without signs that steer it, and not longer than a line."""
    safe = text.encode("unicode_escape").decode("ascii")
    return safe if len(safe) <= SHOWN else f"{safe[:SHOWN]}..."


class _Unsplittable(Exception):
    """The line cannot be split into columns; the sentence says why."""


@dataclass(slots=True)
class Lines:
    """What one file holds: the lines that could be split, and a finding for each that could not."""

    good: list[Line]
    broken: list[Finding]


def read(path: Path, table: Table) -> Lines:
    """All lines of one file but the empty ones; raises `Unreadable`."""
    numbered = enumerate(io.StringIO(_text(path), newline=None), start=1)
    columns = _columns(path, table, next(numbered, (1, ""))[1])
    lines = Lines([], [])
    for number, text in numbered:
        if number > MOST_LINES:
            raise Unreadable(
                _("{file} has more than {most} lines.").format(file=shown(path.name), most=f"{MOST_LINES:,}")
            )
        if text.strip():
            _add(lines, table, number, text.rstrip("\n"), columns)
    return lines


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


def _columns(path: Path, table: Table, first: str) -> list[str]:
    """The names on the first line, once all that Ownpath reads are there, each once."""
    try:
        names = _cells(first.rstrip("\n"))
    except _Unsplittable as why:
        raise Unreadable(_("{file}, first line: {why}").format(file=shown(path.name), why=why)) from None
    missing = ", ".join(column for column in COLUMNS[table] if column not in names)
    if missing:
        sentence = _("{file} is not the {table} file: its first line does not name the columns {missing}.")
        raise Unreadable(sentence.format(file=shown(path.name), table=table, missing=missing))
    repeated = ", ".join(name for name, count in Counter(filter(None, names)).items() if count > 1)
    if repeated:
        raise Unreadable(
            _("{file} names a column twice: {repeated}.").format(file=shown(path.name), repeated=shown(repeated))
        )
    return names


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
    yield content.startswith(b"PK"), _("{file} is a spreadsheet or zip file. Save it as 'CSV UTF-8' and try again.")
    yield b"\0" in content, _("{file} holds bytes that no text has. It is not a CSV file, or it was damaged.")
