"""Rows that should be there once: one header row and one OC3 row a child, one episode a child and first day."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

from django.utils.translation import gettext as _

from .findings import Finding
from .rows import AnyRow
from .tables import Rows


def once[R: AnyRow](rows: Rows[R], key: Callable[[R], Hashable], column: str, rule: str) -> Rows[R]:
    """Keep the first of rows that say the same; of rows that contradict each other keep none, as nobody can know
    which is right.
    """
    repeats: list[Finding] = []
    contradictions: list[Finding] = []
    for group in _several(rows.good, key):
        if all(row.line.cells == group[0].line.cells for row in group):
            sentence = _("Line {line} says the same.").format(line=group[0].line.number)
            repeats += [row.line.finding(column, rule, sentence) for row in group[1:]]
        else:
            contradictions += [row.line.finding(column, rule, _contradicted(row, group)) for row in group]
    return rows.without_repeats(repeats).without_faulty(contradictions)


def _several[R: AnyRow](rows: list[R], key: Callable[[R], Hashable]) -> list[list[R]]:
    groups: dict[Hashable, list[R]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return [group for group in groups.values() if len(group) > 1]


def _contradicted(row: AnyRow, group: Sequence[AnyRow]) -> str:
    other = next(one for one in group if one is not row)
    return _("Line {line} is about the same and says something else.").format(line=other.line.number)
