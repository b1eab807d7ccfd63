"""One row of the care leaver table (OC3), with what a rule may look at beside it."""

from dataclasses import dataclass
from datetime import date

from .dates import age_on, birthday
from .rows import EpisodeRow, Oc3Row

BY_BIRTHDAY = 21


@dataclass(frozen=True, slots=True)
class Oc3Case:
    """One row, with what a rule may look at beside it."""

    row: Oc3Row
    birth_date: date  # of the header file
    episodes: list[EpisodeRow]  # by first day
    periods: list[EpisodeRow]  # those among them without a fault
    year_end: date
    has_lines: bool  # any line of the episodes file, good or not
    was_open_last_year: bool
    died_before: bool

    @property
    def age(self) -> int:
        """The birthday of the return year, in years."""
        return age_on(self.birth_date, self.year_end)

    @property
    def birthday(self) -> date:
        """The birthday that falls in the return year."""
        return birthday(self.birth_date, self.age)

    @property
    def on_date(self) -> date:
        """The day that the row is about: up to 21 the birthday in the return year; from 22 the latest contact, which
        the return does not hold, so the end of the year stands for it.
        """
        return self.birthday if self.age <= BY_BIRTHDAY else self.year_end
