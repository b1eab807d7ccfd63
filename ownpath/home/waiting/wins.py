"""Wins that somebody noted for a young person, to keep or to remove."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ownpath.home.line import Line
from ownpath.plans.models import Win


def lines_of(noted: Iterable[Win]) -> list[Line]:
    """A line for each. No query: home reads them with the latest win of one's own."""
    return [
        Line(_("%(name)s noted a win of yours. You can keep it or remove it.") % {"name": win.added_by}, "my:wins")
        for win in noted
    ]
