"""What waits for a young person, one file and one query each. Each line is an offer: none counts, reminds or blames.

Each file has `find(actor)`: the lines for this young person, few however long the history. Home asks twelve queries at
most, eight of them its own and its session's; a new file that would go beyond joins the query of another.
"""

from collections.abc import Callable

from ownpath.core.actor import Actor
from ownpath.home.line import Line

from . import asked, asks, papers, plan

type Find = Callable[[Actor], list[Line]]

FINDS: tuple[Find, ...] = (asks.find, plan.find, papers.find, asked.find)
