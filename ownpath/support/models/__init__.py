from .allowance import AllowanceLine
from .asks import Ask, AskEntry
from .calls import CallOut
from .offer import OfferEntry
from .standards import Standards

__all__ = ["AllowanceLine", "Ask", "AskEntry", "CallOut", "OfferEntry", "Standards"]
