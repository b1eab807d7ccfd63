"""Words on one line, and names."""

import re
from collections.abc import Iterator
from unicodedata import bidirectional, category

from django.utils.translation import gettext as _

from .signs import SPACES, is_unseen, is_variation
from .unclear import Unclear

_JOINERS = "\u200c\u200d"  # they join letters of Persian and Indian scripts, and parts of an emoji
_FLAG, _FLAG_LETTERS = "\U0001f3f4", range(0xE0020, 0xE0080)  # of England, Scotland and Wales
_TURNS_RIGHT, _TURNS_LEFT = "\u202d", "\u202e"
_LAST_LATIN = 0x24F
_EMOJI_TO_COME = range(0x1F000, 0x1FB00)
_TOO_MANY_MARKS = re.compile(r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{5}")


def line(text: str) -> str:
    """The words on one line, without signs that nobody sees: line ends, tabs and every kind of space as one space. What
    joins letters or parts of an emoji stays.
    """
    return "".join(_seen(text)).strip(f" {_JOINERS}")


def name(text: str) -> str:
    """A name that people see and that turns no page around; '' where nothing was written; raises `Unclear`."""
    if not text.strip():
        return ""
    found = re.sub(" +", " ", line(text))
    if not any(map(_is_sign_of_a_name, found)):
        raise Unclear("unseen", _("Write a name with at least one letter, number or emoji."))
    if _reads_otherwise(text, found):
        raise Unclear("turned", _("There are hidden signs in this name that turn it around. Please type it again."))
    if _TOO_MANY_MARKS.search(found):
        raise Unclear("marks", _("There are too many marks on one letter. Please write the name with fewer."))
    return found


def _seen(text: str) -> Iterator[str]:
    before, in_flag = "", False
    for character in text:
        in_flag = character == _FLAG or (in_flag and ord(character) in _FLAG_LETTERS)
        if category(character) in SPACES or character in "\t\n\r\v\f\x85":
            before = " "
            yield " "
        elif not is_unseen(character) or in_flag or _belongs_to(before, character):
            before = character
            yield character


def _belongs_to(before: str, character: str) -> bool:
    """Whether an unseen character shapes what stands before it."""
    is_shaped = bool(before) and (ord(before) > _LAST_LATIN or before in "#*0123456789") and before not in _JOINERS
    return is_shaped and (character in _JOINERS or (is_variation(character) and not is_variation(before)))


def _is_sign_of_a_name(character: str) -> bool:
    kind = category(character)
    is_letter = kind[0] in "LN" and not is_unseen(character)
    is_emoji = kind == "So" and not is_unseen(character) and character != "\ufffd"
    return is_letter or is_emoji or (kind == "Cn" and ord(character) in _EMOJI_TO_COME)


def _reads_otherwise(text: str, found: str) -> bool:
    """Whether the name read another way before signs that force a direction were taken out."""
    ways = {"R" if way in ("R", "AL") else way for way in map(bidirectional, found) if way in ("L", "R", "AL")}
    return (_TURNS_LEFT in text and ways != {"R"}) or (_TURNS_RIGHT in text and ways != {"L"})
