"""What waits for a young person, one file and one query each. Each line is an offer: none counts, reminds or blames.

Each file has `find(actor)`: the lines for this young person, few however long the history. Home asks twelve queries at
most, nine of them its own; a new file that would go beyond joins the query of another.
"""

from collections.abc import Callable

from ownpath.core.actor import Actor
from ownpath.home.line import Line

from . import asked, asks, papers, wins

type Find = Callable[[Actor], list[Line]]

FINDS: tuple[Find, ...] = (asks.find, wins.find, papers.find, asked.find)
