"""Everything in a record as sections that one can read: each row as labels and words, its photo as a picture."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import BinaryField, BooleanField, Field, ForeignKey, Model
from django.utils.translation import gettext as _

from ownpath.core import languages
from ownpath.core.access import NotVisible
from ownpath.people.enums import ObservationKind
from ownpath.people.models import Observation
from ownpath.support.models import AllowanceLine
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AreaAnswer, Paper, Priority, Response
from ownpath.surveys.packs import pack_with_id
from ownpath.surveys.queries import Said

from .queries.entries import code_in_words
from .queries.everything import Everything
from .words import TITLES, field_word

type AnyField = Field[Any, Any]

# How a line about money says what it holds.
_OF_MONEY = {"kind": "in_words", "pence": "amount"}


@dataclass(frozen=True, slots=True)
class Line:
    """One field of a row: what it is called and what it says; a day or moment is still one, for the page to format."""

    label: str
    value: str | date


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row, and the picture that it holds, if it does."""

    lines: tuple[Line, ...]
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """All rows of one kind, to be read once: each is made when its turn comes."""

    title: str
    rows: Iterable[ReadRow]


def sections(all_of_it: Everything) -> list[Section]:
    """Each kind of which there is something, in the order in which one reads; kinds without a title come last."""
    reader = _Reader(all_of_it)
    order = [*TITLES, *(label for label in all_of_it.kinds if label not in TITLES)]
    return [
        Section(str(TITLES.get(label, label)), map(reader.row, rows))
        for label in order
        if (rows := all_of_it.kinds.get(label))
    ]


class _Reader:
    """Reads rows, and finds for a row that points at another what that one says."""

    def __init__(self, all_of_it: Everything) -> None:
        self.all_of_it = all_of_it
        self.by_id: dict[UUID, Model] = {row.pk: row for rows in all_of_it.kinds.values() for row in rows}
        papers = [row for row in self.by_id.values() if isinstance(row, Paper)]
        self.papers: dict[UUID, Paper] = {row.response_id: row for row in papers}

    def row(self, row: Model) -> ReadRow:
        """A row with all that it says."""
        pictures = [field for field in row._meta.fields if isinstance(field, BinaryField) and field.name == "large"]
        picture = self.all_of_it.value(row, pictures[0]) if pictures else ""
        return ReadRow(tuple(self._lines(row)), picture)

    def _lines(self, row: Model) -> Iterator[Line]:
        for field in row._meta.fields:
            word = field_word(row._meta.label, field.name)
            if word and (value := self._value(row, field)) not in ("", None):
                yield Line(word, value)
        if isinstance(row, AreaAnswer) and (paper := self.papers.get(row.response_id)):
            yield Line(field_word(paper._meta.label, "entered_by"), self.all_of_it.names.get(paper.entered_by_id, ""))

    def _value(self, row: Model, field: AnyField) -> Any:
        value = getattr(row, field.attname)
        if isinstance(field, ForeignKey):
            return self._pointed_at(row, field, value)
        if isinstance(value, datetime | date) or value in ("", None):
            return value
        if isinstance(field, BooleanField):
            return _("Yes") if value else ""
        if field.name == "language":
            return languages.name_of(value)
        if isinstance(row, AllowanceLine) and field.name in _OF_MONEY:
            return str(getattr(row, _OF_MONEY[field.name]))
        if isinstance(row, AreaAnswer | Priority):
            return self._asked(row, field.name, value)
        if isinstance(row, Observation) and field.name == "code":
            words = code_in_words(row.kind, value)
            return words if row.kind == ObservationKind.STATUS else f"{words} ({value})"
        return str(getattr(row, f"get_{field.name}_display")() if field.choices else value)

    def _pointed_at(self, row: Model, field: AnyField, value: Any) -> str:
        other = self.by_id.get(value)
        if other is None:
            return str(self.all_of_it.value(row, field) or "") if value in self.all_of_it.names else ""
        return str(getattr(other, "words", "") or getattr(other, "line", ""))

    def _asked(self, row: AreaAnswer | Priority, name: str, value: Any) -> str:
        """In the very words that were asked; as it is stored where the pack no longer says."""
        if name == "sharing":
            return str(Sharing(value).label)
        response = self.by_id[row.response_id]
        assert isinstance(response, Response)
        try:
            area = pack_with_id(response.pack_id).area(row.area)
            said = Said(area, row) if isinstance(row, AreaAnswer) else None
            return area.title if name == "area" else str(getattr(said, name, value))
        except NotVisible:
            return str(value)
