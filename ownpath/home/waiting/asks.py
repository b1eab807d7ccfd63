"""Answers to what a young person asked for."""

from uuid import UUID

from django.utils.translation import gettext as _

from ownpath.core.actor import Actor
from ownpath.home.line import Line
from ownpath.support.queries import news

MOST_LINES = 2


def find(actor: Actor) -> list[Line]:
    """That they were told that one does not feel safe; a line for each of the latest two to which somebody answered.
    One query.
    """
    found = news(actor=actor)
    answers = [_line(one.by, one.ask.pk) for one in found if not one.is_call][:MOST_LINES]
    called = _("We have told them that you don’t feel safe. Whom to call, and what happens next.")
    return [Line(called, "my:help"), *answers] if any(one.is_call for one in found) else answers


def _line(by: str, ask_id: UUID) -> Line:
    sentence = _("%(name)s answered what you asked for.") % {"name": by} if by else _("There is an answer for you.")
    return Line(sentence, "my:ask", {"ask_id": ask_id})
