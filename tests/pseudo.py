"""A language that nobody speaks: English with every letter marked and two fifths longer.

A page in it shows at a glance what was never given to a translator, and bursts where a longer language would.
"""

import re
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo

from scripts.messages import extracted

CODE = "en-xa"
LOCALE = "en_XA"
_PLAIN = "abcdefghijklmnopqrstuvwxyz"
_MARKED = "áḃćḋéḟğĥíĵḱĺḿńóṕʠŕśťúṽŵẋýź"
_LETTERS = str.maketrans(_PLAIN + _PLAIN.upper(), _MARKED + _MARKED.upper())
_PLACEHOLDER = re.compile(r"(%\(\w+\)s|%%|%[sd]|\{\w*\})")


def pseudo(text: str) -> str:
    """The text in the language; what stands for a value stays."""
    parts = _PLACEHOLDER.split(text)
    return "".join(part if _PLACEHOLDER.fullmatch(part) else _longer(part).translate(_LETTERS) for part in parts)


def _longer(words: str) -> str:
    return re.sub(r"[aeiou]", lambda vowel: vowel[0] * 2, words)


def write(folder: Path) -> None:
    """The catalogue of every text there is, compiled, in a folder of languages."""
    catalogue = Catalog(locale="en")
    for message in extracted("en-gb"):
        if isinstance(message.id, str):
            catalogue.add(message.id, pseudo(message.id))
        else:
            catalogue.add(message.id, tuple(map(pseudo, message.id)))
    place = folder / LOCALE / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "django.mo").open("wb") as opened:
        write_mo(opened, catalogue)
