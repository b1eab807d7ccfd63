"""All that one return says of each child, judged by the rules."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from ownpath.returns.record import OnRecord

from . import episode_checks, oc3_care_checks
from .checks import findings
from .episode_checks import EpisodeCase
from .findings import Finding, Kind, Line
from .oc3_case import Oc3Case
from .rows import EpisodeRow, HeaderRow, Oc3Row


@dataclass(slots=True)
class Dossier:
    """One child with a good header row. Of the `episodes`, by first day, `periods` are those without a fault;
    `unplaced` are the lines that cannot stand among them: their first day or another cell cannot be right.
    """

    header: HeaderRow
    year_end: date
    on_record: OnRecord | None
    returned_death: date | None = None  # the end of another year whose return left them out: they had died
    episodes: list[EpisodeRow] = field(default_factory=list)
    periods: list[EpisodeRow] = field(default_factory=list)
    unplaced: list[Line] = field(default_factory=list)
    oc3: Oc3Row | None = None
    has_faulty_oc3: bool = False

    @property
    def is_alone(self) -> bool:
        """Whether neither other file has a line about this child, good or faulty."""
        return not (self.episodes or self.unplaced or self.oc3 or self.has_faulty_oc3)

    def episode_cases(self, rows: list[EpisodeRow]) -> Iterator[EpisodeCase]:
        """Each of the rows, with the episode that began next."""
        after = dict(zip((row.line.number for row in self.episodes), self.episodes[1:], strict=False))
        for row in rows:
            yield EpisodeCase(row, self.header.birth_date, self.year_end, after.get(row.line.number))

    def oc3_case(self, row: Oc3Row) -> Oc3Case:
        """The care leaver row, with the child's episodes and what is on record."""
        before = self.year_end.replace(year=self.year_end.year - 1)
        return Oc3Case(
            row,
            birth_date=self.header.birth_date,
            year_end=self.year_end,
            episodes=self.episodes,
            periods=self.periods,
            has_lines=bool(self.episodes or self.unplaced),
            was_open_last_year=self.on_record is not None and self.on_record.was_open_on(before),
            died_before=self._had_died_by(before),
        )

    def _had_died_by(self, day: date) -> bool:
        returned = self.returned_death is not None and self.returned_death <= day
        return returned or (self.on_record is not None and self.on_record.had_died_by(day))

    def notes(self) -> Iterator[Finding]:
        """What to look at in the rows that are taken."""
        for case in self.episode_cases(self.periods):
            yield from findings(case, episode_checks.NOTES, Kind.NOTE)
        if self.oc3 and not self.oc3.is_blank:
            yield from findings(self.oc3_case(self.oc3), oc3_care_checks.NOTES, Kind.NOTE)
