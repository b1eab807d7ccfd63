"""Answers to what a young person asked for."""

from uuid import UUID

from django.utils.translation import gettext as _

from ownpath.core.actor import Actor
from ownpath.home.line import Line
from ownpath.support.queries import news

MOST_LINES = 2


def find(actor: Actor) -> list[Line]:
    """A line for each of the latest two to which somebody answered. One query."""
    return [_line(one.by, one.ask.pk) for one in news(actor=actor)[:MOST_LINES]]


def _line(by: str, ask_id: UUID) -> Line:
    sentence = _("%(name)s answered what you asked for.") % {"name": by} if by else _("There is an answer for you.")
    return Line(sentence, "my:ask", {"ask_id": ask_id})
