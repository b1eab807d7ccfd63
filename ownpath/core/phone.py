"""Which number a written phone number dials.

People write numbers as they like: with brackets, two at once, an extension, pasted spaces, other digits. A wrong number
dialled by somebody in need is worse than none, so where a number is not plain, there is none.
"""

import re
from unicodedata import category

from .typed.signs import plain

_RUN = re.compile(r"\+?[ (]*[0-9](?:[0-9 ().\-/]*[0-9])?")
_GROUP = re.compile(r"([^0-9+]*)(\+?[ (]*[0-9]+)")
_TRUNK_ZERO = re.compile(r"\( *0 *\)")
# Emergency, 101, 111 and the like; 116 123 and its sisters; texts to five digits.
_SHORT = re.compile(r"999|1[0-9]{2}|116[0-9]{3}|[6-8][0-9]{4}")
# How long numbers are in the United Kingdom (Ofcom's national numbering plan), with the 0 in front.
_UNITED_KINGDOM = re.compile(r"0[123579][0-9]{9}|01[0-9]{8}|0500[0-9]{6}|08[0-9]{8,9}")
_KEPT_AS_THEY_ARE = ("08001111",)
_LONGEST = 15
# Far more than anybody writes about a number; beyond it, nothing is searched.
_LONGEST_WRITTEN = 500
_TEXT = re.compile(r"\b(text|txt|sms|message)", re.IGNORECASE)
_NO_TEXT = re.compile(r"\b(don.?t|do not|no|not|never|can.?t|cannot) (\w+ )?(text|txt|sms|message)", re.IGNORECASE)


def dialable(written: str) -> str:
    """What goes after `tel:` or `sms:` for the first number in it, '' where no number can be read.

    United Kingdom and other countries' numbers come in full (+447700900123), short ones (999, 116123) and Childline's
    as they are. A short number counts only where nothing else is written: "room 101" is no number.
    """
    if len(written) > _LONGEST_WRITTEN:
        return ""
    letters = "".join(character for character in plain(written) if category(character) not in ("Mn", "Me"))
    alone = re.sub(r"[ .\-]", "", letters)
    if _SHORT.fullmatch(alone):
        return alone
    return next(filter(None, (_first_in(run.group()) for run in _RUN.finditer(letters))), "")


def _first_in(run: str) -> str:
    """The first number in signs of which numbers are made: it starts with the run, or where a group begins with 0, and
    ends with the run, before a group that begins with 0, or before a slash.
    """
    groups = _GROUP.findall(run[0] + _TRUNK_ZERO.sub(" ", run[1:]) if re.match(r"\D*(00|44)|\+", run) else run)
    for first in range(len(groups)):
        if first and not groups[first][1].startswith("0"):
            continue
        found, digits = "", ""
        for at in range(first, len(groups)):
            digits += re.sub(r"[^0-9+]", "", groups[at][1])
            if len(digits) > _LONGEST + 2:
                break
            is_end = at + 1 == len(groups) or "/" in groups[at + 1][0] or groups[at + 1][1].startswith("0")
            found = (is_end and _whole(digits)) or found
        if found:
            return found
    return ""


def _whole(digits: str) -> str:
    """The number that these digits are in full, '' where they are none."""
    if digits in _KEPT_AS_THEY_ARE:
        return digits
    if re.fullmatch(r"7[0-9]{9}", digits):  # a spreadsheet took the 0
        digits = f"0{digits}"
    elif re.fullmatch(r"447[0-9]{9}", digits):
        digits = f"+{digits}"
    digits = re.sub(r"^00", "+", digits)
    if digits.startswith("+44"):
        digits = f"0{digits[3:].removeprefix('0')}"
    if not digits.startswith("+"):
        return f"+44{digits[1:]}" if _UNITED_KINGDOM.fullmatch(digits) else ""
    return digits if re.fullmatch(r"\+[1-9][0-9]{7,14}", digits) else ""


def can_be_texted(written: str) -> bool:
    """Whether the number it dials takes texts: a mobile, another country's, or five digits."""
    dials = dialable(written)
    return dials.startswith("+447") or (dials.startswith("+") and not dials.startswith("+44")) or len(dials) == 5


def invites_texts(words: str) -> bool:
    """Whether words about how to reach somebody suggest a text, such as "Text me, Tuesday to Friday"."""
    return bool(_TEXT.search(words)) and not _NO_TEXT.search(words)
