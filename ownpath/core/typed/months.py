"""Months by name, in each language that we offer and as each Arabic-speaking country writes them."""

from collections import defaultdict
from functools import cache
from unicodedata import category, normalize

from babel import Locale
from django.conf import settings

from .signs import plain

# One for each way of naming the months: Egypt and the Gulf; Syria, Iraq and their neighbours; Algeria and Tunisia;
# Morocco; Mauritania. French names stand beside the Arabic ones in the Maghreb.
_COUNTRIES = ("ar", "ar_SY", "ar_IQ", "ar_DZ", "ar_MA", "ar_MR", "fr")
_ONE_WAY = str.maketrans({"ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ـ": None, ".": None})
_SHORTEST = 3


def month(text: str) -> int | None:
    """The month that somebody named, by three letters or more; None where it could be two or none."""
    name = _folded(text)
    found = _names().get(name, set())
    if not found and len(name) >= _SHORTEST:
        found = {number for known, numbers in _names().items() if known.startswith(name) for number in numbers}
    return found.copy().pop() if len(found) == 1 else None


@cache
def _names() -> dict[str, set[int]]:
    names: dict[str, set[int]] = defaultdict(set)
    offered = [code.partition("-")[0] for code, _name in settings.LANGUAGES]
    for code in (*offered, *_COUNTRIES):
        for width in ("wide", "abbreviated"):
            for number, name in Locale.parse(code).months["format"][width].items():
                names[_folded(name)].add(int(number))
    return dict(names)


def _folded(text: str) -> str:
    """One way to write each letter: without accents, hamzas, vowel marks, points and the article of a second word."""
    letters = "".join(letter for letter in normalize("NFD", plain(text).casefold()) if category(letter) != "Mn")
    first, *more = letters.translate(_ONE_WAY).split() or [""]
    return "".join((first, *(word.removeprefix("ال") for word in more)))
