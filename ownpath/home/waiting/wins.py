"""Wins that somebody noted for a young person, to keep or to remove."""

from django.utils.translation import gettext as _

from ownpath.core.actor import Actor
from ownpath.home.line import Line
from ownpath.plans.queries import win_rows

MOST_LINES = 2


def find(actor: Actor) -> list[Line]:
    """A line for each of the latest two. One query."""
    noted = win_rows(actor=actor).filter(young_person_id=actor.young_person_id, kept_at=None)
    others = noted.exclude(added_by_id=actor.user_id).exclude(added_by=None).select_related("added_by")
    return [
        Line(_("%(name)s noted a win of yours. You can keep it or remove it.") % {"name": win.added_by}, "my:wins")
        for win in others[:MOST_LINES]
    ]
