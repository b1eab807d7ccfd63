"""One thing that waits for a young person, as their first page says it."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and the page on which they can answer it: the name of its route, what its address needs, and
    where on the page.
    """

    sentence: str
    page: str
    about: dict[str, UUID] = field(default_factory=dict)
    at: str = ""
