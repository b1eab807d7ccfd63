"""One reason why somebody may need time now."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from .enums import ReasonKind

_URGENCY = {kind: place for place, kind in enumerate(ReasonKind)}


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence, since when it is true, and, where there are some, the young person's own words.

    The adviser, the manager and the young person read the same sentence.
    """

    kind: ReasonKind
    young_person_id: UUID
    since: date
    sentence: str
    own_words: str = ""
    is_about_safety: bool = False

    @property
    def order(self) -> tuple[int, bool, date]:
        """By kind, the most urgent first; then what is about safety, home or mind; then the longest standing first."""
        return _URGENCY[self.kind], not self.is_about_safety, self.since
