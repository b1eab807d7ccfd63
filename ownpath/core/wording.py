"""Somebody's words inside a sentence of ours, where the two run in opposite directions."""

from unicodedata import bidirectional

from django.utils import translation

# Invisible marks: what stands between them has a direction of its own. They work in titles, attributes and mails too.
_BEGIN, _END = "\u2068", "\u2069"
# The parts of a number to call would change places too.
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = {"L", "EN"}, {"R", "AL"}


def isolated(words: str) -> str:
    """The words, between marks where a letter or number in them runs against the language of the page."""
    against = _LEFT_TO_RIGHT if translation.get_language_bidi() else _RIGHT_TO_LEFT
    return words if against.isdisjoint(map(bidirectional, words)) else f"{_BEGIN}{words}{_END}"
