"""When a file is wrong as a whole: so many of its rows cannot be read, or stand alone, that it must be another file or
was changed on its way. Then the rows that look right cannot be trusted either.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from .dates import is_month_first
from .dossiers import Dossier
from .findings import Finding, Kind, Table
from .tables import Rows

# Broken lines and cells (no rule, or these), and children that the other files do not know. What the Department's other
# rules find says nothing about the file.
_OF_FILES = frozenset(
    {"", "102", "141", "143", "144", "146", "147", "149", "INT03", "INT06", "INT15", "INT32", "INT34"}
)
_FEW = 5
_ONE_IN = 5
_ALONE_ONE_IN = 3
_MONTHS_FIRST, _MONTHS_FIRST_IN = 3, 20


@dataclass(frozen=True, slots=True)
class Wrong:
    """Why a file cannot be taken in: the sentence has a place for {file}."""

    table: Table
    sentence: str


def wrong_files(tables: Iterable[tuple[Table, Rows[Any]]], dossiers: Collection[Dossier]) -> Iterator[Wrong]:
    """Each file that is wrong as a whole, once, with what is wrong in most of its rows."""
    for table, rows in tables:
        sentence = next(_of_one(rows), "") or (_unaccompanied(dossiers) if table == Table.HEADER else "")
        if sentence:
            yield Wrong(table, sentence)


def _of_one(rows: Rows[Any]) -> Iterator[str]:
    lost = {line.number for line in rows.faulty}
    found = [one for one in rows.findings if one.kind == Kind.FAULT and (one.line in lost or not one.column)]
    by_column: dict[str, list[Finding]] = defaultdict(list)
    for one in found:
        if one.rule in _OF_FILES:
            by_column[one.column].append(one)
    for column, several in sorted(by_column.items(), key=lambda item: -len(item[1])):
        months = sum(is_month_first(one.value) for one in several)
        if months >= _MONTHS_FIRST and months * _MONTHS_FIRST_IN >= rows.count:
            sentence = _("{{file}}: {many} of {count} rows have a day in {column} that is one only as month/day/year.")
            yield sentence.format(many=f"{months:,}", count=f"{rows.count:,}", column=column)
        many = len({one.line for one in several})
        if many == rows.count or (many >= _FEW and many * _ONE_IN > rows.count):
            yield _most(several, many, rows.count, column)
    if len(lost) + rows.broken == rows.count >= _FEW:
        yield _("{{file}}: none of its {count} rows is good.").format(count=f"{rows.count:,}")


def _most(several: list[Finding], many: int, count: int, column: str) -> str:
    told, _times = Counter(one.sentence for one in several).most_common(1)[0]
    numbers = {"many": f"{many:,}", "count": f"{count:,}"}
    told = told.replace("{", "{{").replace("}", "}}")
    if not column:
        return _("{{file}}: {many} of {count} lines cannot be split into columns. {told}").format(told=told, **numbers)
    sentence = _("{{file}}: {many} of {count} rows are faulty in {column}. Most often: {told}")
    return sentence.format(told=told, column=column, **numbers)


def _unaccompanied(dossiers: Collection[Dossier]) -> str:
    """Children of whom neither other file has a line: where they are many, those files are not whole."""
    alone, count = sum(one.is_alone for one in dossiers), len(dossiers)
    if alone < _FEW or alone * _ALONE_ONE_IN <= count:
        return ""
    sentence = _("{{file}}: {many} of {count} children are neither in the episodes file nor in the oc3 file.")
    return sentence.format(many=f"{alone:,}", count=f"{count:,}")
