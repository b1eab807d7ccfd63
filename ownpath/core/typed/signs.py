"""The signs that people write with: other scripts' digits, full-width signs, and signs that nobody sees."""

from unicodedata import category, decimal

SPACES = {"Zs", "Zl", "Zp"}
# They look like nothing but are no spaces: fillers and a blank of Braille.
_BLANK = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc\u034f")
# They force a direction on letters that have another.
FORCED = frozenset("\u202d\u202e")
_MONGOLIAN = "\u180b\u180c\u180d\u180f"
_FULL_WIDTH, _POUND = range(0xFF01, 0xFF5F), {"\uffe1": "£"}
_LONGEST = 200


def is_unseen(character: str) -> bool:
    """Whether a character leaves no mark on the page: a mark of direction, a joiner, a filler, a control."""
    return character in _BLANK or category(character) in ("Cf", "Cc", "Cs") or is_variation(character)


def is_variation(character: str) -> bool:
    """Whether it only chooses how the character before it looks, such as an emoji in colour."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef" or character in _MONGOLIAN


def plain(text: str) -> str:
    """The text with one kind of digit, space and hyphen, plain instead of full-width signs, and nothing that nobody
    sees. For numbers, days and codes; words and names stay as they are written.
    """
    return "".join(map(_plain, text)).strip()


def short(text: str) -> str:
    """The same, for what goes into a small box. What is far too long for one stays unreadable."""
    return plain(text) if len(text) <= _LONGEST else f"{plain(text[:_LONGEST])}…"


def _plain(character: str) -> str:
    kind = category(character)
    if kind == "Nd":
        return str(decimal(character))
    if ord(character) in _FULL_WIDTH:
        return chr(ord(character) - 0xFEE0)
    if kind == "Pd" or character == "\N{MINUS SIGN}":
        return "-"
    if kind == "Zs" or character == "\t":
        return " "
    return "" if is_unseen(character) and character != "\n" else _POUND.get(character, character)
