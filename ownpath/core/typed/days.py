"""A day, from what was written for its day, month and year."""

import re
from datetime import date

from django.utils.translation import gettext as _

from ownpath.core import clock

from .months import month
from .signs import short
from .unclear import Unclear

# No day of anybody in this service lies outside. Years that are counted otherwise (1448, 2569) do.
FIRST_YEAR, LAST_YEAR = 1900, 2199


def day(day_of_month: str, month_of_year: str, year: str) -> date:
    """The day that was meant; raises `Unclear`."""
    parts = [short(part) for part in (day_of_month, month_of_year, year)]
    if not all(parts):
        raise Unclear("incomplete", _("Write the day, month and year, like %(example)s.") % _example())
    in_month, named, in_year = parts
    number = _number(named) if re.search("[0-9]", named) else month(named)
    if re.fullmatch("[0-9]{1,3}", in_year):
        raise Unclear("short_year", _("Write the year with four numbers, like %(year)s.") % _example())
    try:
        found = date(_number(in_year, longest=4) or 0, number or 0, _number(in_month) or 0)
    except ValueError:
        raise Unclear("no_such_day", _("There is no such day. Write a date like %(example)s.") % _example()) from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Unclear("far_year", _("Write the year as it is counted in Britain, like %(year)s.") % _example())
    return found


def _number(written: str, longest: int = 2) -> int | None:
    return int(written) if re.fullmatch(f"[0-9]{{1,{longest}}}", written) else None


def _example() -> dict[str, object]:
    today = clock.today()
    return {"example": f"{today.day} {today.month} {today.year}", "year": today.year}
