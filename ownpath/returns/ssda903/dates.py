"""Days of the return: as they are written, birthdays, and the year from 1 April to 31 March."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

# A mistyped year must not move the whole return: a year counts when at least one episode in twenty began in it.
STRAY = 20
FIRST_YEAR, LAST_YEAR = 1900, 2199


class NotADay(Exception):
    """The text is no day as the return writes it; the sentence says why."""


def day(text: str) -> date:
    """The day that dd/mm/yyyy names; raises `NotADay` for anything else."""
    found = re.fullmatch(r"([0-9]{2})/([0-9]{2})/([0-9]{4})", text)
    if not found:
        raise NotADay(_("Write the date as dd/mm/yyyy.") if text else _("The date is missing."))
    try:
        written = date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        raise NotADay(_("There is no such day.")) from None
    if not FIRST_YEAR <= written.year <= LAST_YEAR:
        raise NotADay(_("The year cannot be right."))
    return written


def birthday(born: date, age: int) -> date:
    """The day on which somebody is `age`; born on 29 February, that is 1 March in other years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def age_on(born: date, on: date) -> int:
    """Whole years on a day."""
    years = on.year - born.year
    return years if birthday(born, years) <= on else years - 1


def year_end_of(on: date) -> date:
    """The end of the return year in which a day falls: 31 March."""
    return date(on.year + (on > date(on.year, 3, 31)), 3, 31)


def year_end_told_by(starts: Iterable[date]) -> date | None:
    """The end of the latest return year in which episodes began, leaving strays aside; None without any episode.

    The starts tell, not the ends: no episode of a return begins after its year (rule 354), while a slip in one
    end date, by a day, would make it the return of the next year.
    """
    years = Counter(map(year_end_of, starts))
    return max((year for year, count in years.items() if count * STRAY >= years.total()), default=None)
