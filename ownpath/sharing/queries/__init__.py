"""Reads about one's own record. Each returns only what the actor may see; what is not visible is `NotVisible`."""

from .entries import Entry, Recorded, entry, recorded
from .everything import Everything, everything
from .not_right import not_right, not_right_of, said_not_right
from .parts import AreaShared, Part, WhoSeesWhat, who_sees_what

__all__ = [
    "AreaShared",
    "Entry",
    "Everything",
    "Part",
    "Recorded",
    "WhoSeesWhat",
    "entry",
    "everything",
    "not_right",
    "not_right_of",
    "recorded",
    "said_not_right",
    "who_sees_what",
]
