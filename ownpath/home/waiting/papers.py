"""Something they wrote on paper was typed in, and waits to be looked over."""

from django.utils.translation import gettext as _

from ownpath.core.actor import Actor
from ownpath.home.line import Line
from ownpath.surveys.queries import papers_to_check


def find(actor: Actor) -> list[Line]:
    """A line for the first of them. One query."""
    sentence = _("%(name)s typed in what you wrote on paper. Is it right?")
    return [
        Line(sentence % {"name": paper.entered_by.name}, "my:paper-check") for paper in papers_to_check(actor=actor)[:1]
    ]
