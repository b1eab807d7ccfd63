"""How a rule is run: a small function that yields a column and a sentence for each cell that breaks it."""

from collections.abc import Callable, Iterator
from typing import Protocol

from .findings import Finding, Kind
from .rows import AnyRow


class Case(Protocol):
    """A row, with whatever its rules look at beside it."""

    @property
    def row(self) -> AnyRow: ...


type Found = Iterator[tuple[str, str]]
type Check[C: Case] = Callable[[C], Found]


def findings[C: Case](case: C, checks: tuple[tuple[str, Check[C]], ...], kind: Kind) -> Iterator[Finding]:
    """What the checks, each with the number of its rule, find in one case."""
    for rule, check in checks:
        for column, sentence in check(case):
            yield case.row.line.finding(column, rule, sentence, kind)
