"""A new child of a return who could be on record already: by hand, without a number, or under a number whose zeros a
spreadsheet has lost. Nothing is guessed; both are named.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _

from .findings import Finding, Kind
from .rows import HeaderRow


class PossibleDuplicates:
    """The birthdays of those without a CHILD, and every CHILD on record or seen in this return."""

    def __init__(self, without_number: Iterable[date] = (), numbers: Iterable[str] = ()) -> None:
        self._birthdays = frozenset(without_number)
        self._numbers: defaultdict[str, list[str]] = defaultdict(list)
        for number in numbers:
            self._numbers[bare(number)].append(number)

    def notes(self, header: HeaderRow) -> Iterator[Finding]:
        """Who the new child could be. From now on its own CHILD is known too."""
        look = _("A manager finds both under “The same person twice?”.")
        if header.birth_date in self._birthdays:
            sentence = _("Somebody on record without a CHILD was born on the same day, {day}. Are they one person?")
            told = sentence.format(day=f"{header.birth_date:%d/%m/%Y}")
            yield header.line.finding("CHILD", "", f"{told} {look}", Kind.NOTE)
        for number in self._numbers[bare(header.child)]:
            sentence = _("CHILD {number} is the same but for zeros at its front. Are they one person?")
            yield header.line.finding("CHILD", "", f"{sentence.format(number=number)} {look}", Kind.NOTE)
        self._numbers[bare(header.child)].append(header.child)


def bare(number: str) -> str:
    """A CHILD without the zeros that a spreadsheet leaves out."""
    return number.lstrip("0")
