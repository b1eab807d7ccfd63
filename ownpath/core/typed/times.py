"""A time of day in Britain, as people write it, with the two nights on which the clocks change."""

import re
from datetime import UTC, date, datetime, time
from unicodedata import category

from django.utils.translation import gettext as _

from ownpath.core import clock
from ownpath.core.wording import isolated

from .signs import short
from .unclear import Unclear

_TIME = re.compile(r"([0-9]{1,2})(?:[:.]?([0-9]{2}))?(am|a|ص|صباحا|pm|p|م|مساء)?(bst|gmt)?")
_MORNING = ("am", "a", "ص", "صباحا")
_NOON, _DAY = 12, 24


def moment(day: date, text: str) -> datetime:
    """The moment, in UTC, of a time on a day in London; raises `Unclear`.

    14:30, 14.30, 1430, 2.30pm, 2pm and 02:30 are read. 2.30 could be in the night, 12am is taken for noon by many, and
    24:00 belongs to another day: they are asked about. So is a time that the clocks leave out or show twice.
    """
    at, zone = _read(text)
    first = datetime.combine(day, at, tzinfo=clock.LONDON)
    both = (first, first.replace(fold=1))
    written = f"{at:%H:%M}"
    if first.astimezone(UTC).astimezone(clock.LONDON).time() != at:
        sentence = _("The clocks go forward that night, so there is no %(time)s. Write an hour later or earlier.")
        raise Unclear("left_out", sentence % {"time": isolated(written)})
    if not zone and both[0].utcoffset() != both[1].utcoffset():
        sentence = _("The clocks go back that night, so %(time)s comes twice. Write %(first)s or %(second)s.")
        names = {"first": isolated(f"{written} BST"), "second": isolated(f"{written} GMT")}
        raise Unclear("twice", sentence % ({"time": isolated(written)} | names))
    found = next((one for one in both if zone in ("", one.tzname())), None)
    if found is None:
        raise _not_a_time()
    return found.astimezone(UTC)


def written(at: datetime) -> str:
    """The time of a moment as `moment` reads it back: such as 14:30, and 01:30 BST where the clock shows it twice."""
    local = at.astimezone(clock.LONDON)
    is_twice = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    return f"{local:%H:%M} {local.tzname()}" if is_twice else f"{local:%H:%M}"


def _read(text: str) -> tuple[time, str]:
    """The time on the clock, and BST or GMT where that was written."""
    letters = (letter for letter in short(text).casefold() if category(letter) not in ("Mn", "Zs"))
    found = _TIME.fullmatch(re.sub(r"(?<=[^0-9])\.|\.$", "", "".join(letters)))
    if found is None:
        raise _not_a_time()
    typed, minutes, half, zone = found[1], found[2] or "00", found[3], (found[4] or "").upper()
    hour = int(typed)
    if hour == _NOON and ((half in _MORNING and minutes == "00") or not (half or found[2])):
        raise Unclear("midnight", _("Write 12:00 for noon, or 00:00 for midnight, when that day begins."))
    if half and 1 <= hour <= _NOON:
        hour = hour % _NOON + (0 if half in _MORNING else _NOON)
    elif half or (hour == 0 and not found[2]):
        raise _not_a_time()
    elif hour == _DAY and minutes == "00":
        raise Unclear("midnight", _("At midnight the next day begins. Write that day and 00:00."))
    elif 1 <= hour <= _NOON and (len(typed) == 1 or not found[2]):
        clock_time = f"{hour}.{minutes}" if found[2] else str(hour)
        sentence = _("Morning or afternoon? Write %(morning)s or %(afternoon)s.")
        names = {"morning": isolated(f"{clock_time}am"), "afternoon": isolated(f"{clock_time}pm")}
        raise Unclear("half", sentence % names)
    try:
        return time(hour, int(minutes)), zone
    except ValueError:
        raise _not_a_time() from None


def _not_a_time() -> Unclear:
    return Unclear("no_such_time", _("Write the time like 14:30 or 2.30pm."))
