"""Rows for tests, each with the least that makes sense and everything else as asked."""

from .organisations import authority, team
from .people import actor, adviser, allocate, contact, manager, young_person
from .support import ask
from .surveys import answer, pack, prioritise, response

__all__ = [
    "actor",
    "adviser",
    "allocate",
    "answer",
    "ask",
    "authority",
    "contact",
    "manager",
    "pack",
    "prioritise",
    "response",
    "team",
    "young_person",
]
