"""Why somebody may need time now: for one person, for an adviser's day, for a manager."""

from .lists import Listed, attention_list, reasons_for
from .overview import AdviserNumbers, GroupNumbers, Number, overview
from .record import Record, record
from .waiting import NO_ADVISER, NO_TEAM, Choice, Waiting, waiting

__all__ = [
    "NO_ADVISER",
    "NO_TEAM",
    "AdviserNumbers",
    "Choice",
    "GroupNumbers",
    "Listed",
    "Number",
    "Record",
    "Waiting",
    "attention_list",
    "overview",
    "reasons_for",
    "record",
    "waiting",
]
