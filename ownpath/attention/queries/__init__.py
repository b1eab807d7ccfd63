"""Why somebody may need time now: for one person, for an adviser's day, for a manager."""

from .lists import Listed, attention_list, reasons_for

__all__ = ["Listed", "attention_list", "reasons_for"]
