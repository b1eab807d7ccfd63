"""Whether two records could be of the same person, from what is written on them: a birthday, a name, an address.

Pure rules, the same whichever of the two comes first. They only ever lead to a question: nobody is refused by them.
"""

import re
import unicodedata
from datetime import date, timedelta
from difflib import SequenceMatcher

LIKE = 0.75
SHORTEST_NICKNAME = 3

# Letters that no decomposition takes apart, as somebody without them on the keyboard types them.
_PLAIN = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ى": "ي", "ة": "ه"}
)
_INSIDE_A_WORD = "'’‘`´ʼʻ\N{ARABIC TATWEEL}"


def _words(name: str) -> list[str]:
    """The words of a name without case, accents, marks, and signs that nobody sees."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    seen = (letter for letter in apart if unicodedata.category(letter) not in ("Mn", "Cf"))
    plain = "".join(letter for letter in seen if letter not in _INSIDE_A_WORD).translate(_PLAIN)
    return re.findall(r"[^\W_]+", plain)


def is_same_name(one: str, other: str) -> bool:
    """The same name but for case, accents, spaces, hyphens, and the order of its words."""
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return False
    return sorted(mine) == sorted(theirs) or "".join(mine) == "".join(theirs)


def name_key(name: str) -> str:
    """One text for all the ways in which a name is written with the same words; empty where there is no name."""
    return " ".join(sorted(_words(name)))


def is_near_name(one: str, other: str) -> bool:
    """The same name, or one in which a word is the same, short for the other, or a slip away from it.

    A record without a name (it came from a return) could be anybody's.
    """
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs or is_same_name(one, other):
        return True
    if any(_is_near_word(a, b) for a in mine for b in theirs) or _is_like("".join(mine), "".join(theirs)):
        return True
    # Short forms are of what somebody is called: of first names, or of a name that is one word.
    is_one_word = len(mine) == 1 or len(theirs) == 1
    return _is_short_for(mine[0], theirs[0]) or (is_one_word and any(_is_short_for(a, b) for a in mine for b in theirs))


def _is_near_word(one: str, other: str) -> bool:
    if min(len(one), len(other)) < SHORTEST_NICKNAME:
        return one == other and len(one) > 1
    return _is_like(one, other)


def _is_short_for(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= SHORTEST_NICKNAME and longer.startswith(shorter)


def _is_like(one: str, other: str) -> bool:
    # Whichever comes first: difflib finds other blocks the other way round.
    return max(SequenceMatcher(None, a, b).ratio() for a, b in ((one, other), (other, one))) >= LIKE


def near_birthdays(day: date) -> frozenset[date]:
    """The days that somebody could have written for this one: day and month the other way round, a digit off, two
    digits the other way round, the day before or after. Not the day itself.
    """
    written = f"{day:%d%m}{day.year:04}"
    slips = {written[2:4] + written[:2] + written[4:]}
    for place, digit in enumerate(written):
        slips |= {written[:place] + other + written[place + 1 :] for other in "0123456789"}
        slips.add(written[:place] + written[place + 1 : place + 2] + digit + written[place + 2 :])
    days = {_day(slip) for slip in slips} | {_moved(day, by) for by in (-1, 1)}
    return frozenset(found for found in days if found not in (None, day))


def _day(written: str) -> date | None:
    try:
        return date(int(written[4:]), int(written[2:4]), int(written[:2]))
    except ValueError:
        return None


def _moved(day: date, by: int) -> date | None:
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return None


def could_be_same(*, name: str, birth_date: date, other_name: str, other_birth_date: date) -> bool:
    """The same birthday and a near name, or the same name and a near birthday."""
    if birth_date == other_birth_date:
        return is_near_name(name, other_name)
    return other_birth_date in near_birthdays(birth_date) and is_same_name(name, other_name)
