"""The first line of a file: the names of its columns, or what the file is instead."""

import csv
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .findings import COLUMNS, Table

LOOKED_AT = 20
_OTHER_SEPARATORS = {";": gettext_lazy("semicolons"), "\t": gettext_lazy("tabs"), "|": gettext_lazy("bars")}
# Columns of the Department's header file that no other file of a return has.
_OF_HEADER = {"SEX", "ETHNIC", "UPN", "MOTHER"}


class NoColumns(Exception):
    """The first line does not name what is needed; the sentence, which has a place for {file}, says what it is."""


def columns(names: list[str], first_lines: list[str], table: Table) -> list[str]:
    """The names, once all that Ownpath reads are there, each once, and it is no other file of the return."""
    missing = [column for column in COLUMNS[table] if column not in names]
    sentence = next(_instead(names, first_lines, table) if missing else _another(names, table), "")
    if not sentence and missing:
        sentence = _("{{file}} is not the {table} file: its first line does not name the columns {missing}.")
        sentence = sentence.format(table=table, missing=", ".join(missing))
    if sentence:
        raise NoColumns(sentence)
    repeated = ", ".join(name for name, count in Counter(filter(None, names)).items() if count > 1)
    if repeated:
        raise NoColumns(_("{{file}} names a column twice: {repeated}.").format(repeated=_braced(repeated)))
    return names


def _instead(names: list[str], first_lines: list[str], table: Table) -> Iterator[str]:
    """What explains that a name is missing, the likeliest first."""
    yield from _another(names, table)
    if first_lines[0].strip().casefold().startswith("sep="):
        yield _("{file} begins with a line for Excel only (“sep=…”). Delete that line, and separate by commas.")
    for separator, called in _OTHER_SEPARATORS.items():
        if _has_all(first_lines[0], table, separator):
            yield _("{{file}} is separated by {separator}. Save it as 'CSV UTF-8', separated by commas.").format(
                separator=called
            )
    if _has_all(first_lines[0], table):
        written = [name for name in names if name.strip().upper() in COLUMNS[table] and name not in COLUMNS[table]]
        sentence = _("{{file}} writes its columns otherwise: {written}. Write them in capitals, like {wanted}.")
        wanted = ", ".join(column for column in COLUMNS[table] if column not in names)
        yield sentence.format(written=_braced(", ".join(written)), wanted=wanted)
    for number, line in enumerate(first_lines[1:], start=2):
        if any(_has_all(line, table, separator) for separator in (",", *_OTHER_SEPARATORS)):
            sentence = _("{{file}} names its columns in line {line}, not in its first line. Delete what stands above.")
            yield sentence.format(line=number)


def _another(names: list[str], table: Table) -> Iterator[str]:
    """That it is another file of the return."""
    sentence = _("{{file}} looks like the {other} file, but it was given as the {table} file.")
    has = set(names)
    for other in (Table.EPISODES, Table.OC3):
        if other != table and has.issuperset(COLUMNS[other]) and not has & _OF_HEADER:
            yield sentence.format(other=other, table=table)
    is_oc3_or_episodes = table != Table.HEADER and not has.issuperset(COLUMNS[table])
    if is_oc3_or_episodes and has.issuperset(COLUMNS[Table.HEADER]) and has & _OF_HEADER:
        yield sentence.format(other=Table.HEADER, table=table)


def _has_all(line: str, table: Table, separator: str = ",") -> bool:
    try:
        cells = next(csv.reader([line.rstrip("\n")], delimiter=separator), [])
    except csv.Error:
        return False
    return {cell.strip().upper() for cell in cells}.issuperset(COLUMNS[table])


def _braced(text: str) -> str:
    """Text of a file, safe from being filled in."""
    return text.encode("unicode_escape").decode("ascii").replace("{", "{{").replace("}", "}}")
