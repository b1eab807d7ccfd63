"""Asking for something, answering, deciding, what the authority promises, and ending a record."""

from .allowance import record_allowance
from .answering import answer_ask, decide_ask, give_ask, keep_open, write_answer
from .asking import raise_ask, write_ask_down
from .climbing import call_again, climb
from .ending import StillOpen, end_record
from .going_on import add_line, open_again, say_it_helped
from .offer import load_offer
from .speaking import record_call
from .standards import set_standards

__all__ = [
    "StillOpen",
    "add_line",
    "answer_ask",
    "call_again",
    "climb",
    "decide_ask",
    "end_record",
    "give_ask",
    "keep_open",
    "load_offer",
    "open_again",
    "raise_ask",
    "record_allowance",
    "record_call",
    "say_it_helped",
    "set_standards",
    "write_answer",
    "write_ask_down",
]
