"""Somebody else's words are where the young person's own were on their plan."""

from django.utils.translation import ngettext

from ownpath.core.actor import Actor
from ownpath.home.line import Line
from ownpath.plans.queries import changed_words

MOST_LINES = 2


def find(actor: Actor) -> list[Line]:
    """A line for each of the latest two who changed some, until the young person has dealt with it. One query."""
    lines_of: dict[str, list[str]] = {}
    for change in changed_words(actor=actor):
        lines_of.setdefault(change.by.partition(" ")[0], []).append(f"line-{change.line_id}")
    return [_line(name, lines) for name, lines in list(lines_of.items())[:MOST_LINES]]


def _line(name: str, lines: list[str]) -> Line:
    sentence = ngettext(
        "%(name)s changed a line on your plan.", "%(name)s changed %(num)s lines on your plan.", len(lines)
    )
    return Line(sentence % {"name": name, "num": len(lines)}, "my:plan", at=lines[0])
