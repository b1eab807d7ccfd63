"""Days of the return: as they are written, birthdays, and the year from 1 April to 31 March."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from ownpath.core.typed.days import FIRST_YEAR, LAST_YEAR

# A mistyped year must not move the whole return: a year counts when at least one episode in twenty began in it.
STRAY = 20
MONTHS = 12


class NotADay(Exception):
    """The text is no day as the return writes it; the sentence says why, and what is expected."""


def day(text: str) -> date:
    """The day that dd/mm/yyyy names; raises `NotADay` for anything else."""
    found = re.fullmatch(r"([0-9]{2})/([0-9]{2})/([0-9]{4})", text)
    if not found:
        raise NotADay(_otherwise(text))
    try:
        written = date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        raise NotADay(_no_such_day(text)) from None
    if not FIRST_YEAR <= written.year <= LAST_YEAR:
        sentence = _("The year cannot be right: expected is one from {first} to {last}.")
        raise NotADay(sentence.format(first=FIRST_YEAR, last=LAST_YEAR))
    return written


def is_month_first(text: str) -> bool:
    """Whether a text is a day only if its month is read first, as in the United States."""
    found = re.fullmatch(r"([0-9]{2})/([0-9]{2})/([0-9]{4})", text)
    return found is not None and int(found[1]) <= MONTHS < int(found[2]) <= 31


def _no_such_day(text: str) -> str:
    if is_month_first(text):
        return f"{_('This looks like month/day/year.')} {_as()}"
    return f"{_('There is no such day.')} {_as()}"


def _otherwise(text: str) -> str:
    """What somebody wrote instead of dd/mm/yyyy."""
    shapes = {
        r"": _("The date is missing."),
        r"[0-9]{4}-[0-9]{2}-[0-9]{2}.*": _("This begins with the year."),
        r"[0-9]{5}(\.[0-9]+)?": _("This is the number that a spreadsheet has for a day."),
        r"[0-9]{2}/[0-9]{2}/[0-9]{4}[ T][0-9]{1,2}:.*": _("There is a time after the date."),
    }
    told = next((sentence for shape, sentence in shapes.items() if re.fullmatch(shape, text)), "")
    return f"{told} {_as()}".strip()


def _as() -> str:
    return _("Write the date as dd/mm/yyyy.")


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


def latest_year_end(today: date) -> date:
    """The end of the return year that has ended last."""
    return date(today.year - (today < date(today.year, 3, 31)), 3, 31)


def year_end_told_by(starts: Iterable[date]) -> date | None:
    """The end of the latest return year in which episodes began, leaving strays aside; None without any episode.

    The starts tell, not the ends: no episode of a return begins after its year (rule 354), while a slip in one
    end date, by a day, would make it the return of the next year.
    """
    years = Counter(map(year_end_of, starts))
    return max((year for year, count in years.items() if count * STRAY >= years.total()), default=None)
