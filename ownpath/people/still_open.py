"""What of somebody is still open, so that their record does not end over it.

Each room declares its own in its `still_open`.
"""

from collections.abc import Callable
from uuid import UUID

type Find = Callable[[UUID], list[str]]

_declared: list[Find] = []


def still_open(find: Find) -> Find:
    """Declare a function: given a young person's id, a sentence for each thing that somebody has to see to first."""
    _declared.append(find)
    return find


def what_is_open(young_person_id: UUID) -> list[str]:
    """Every such sentence. One query a declaration."""
    return [sentence for find in _declared for sentence in find(young_person_id)]
