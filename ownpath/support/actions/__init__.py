"""Asking for something, answering, deciding, and what the authority promises."""

from .answering import answer_ask, decide_ask, give_ask, write_answer
from .asking import raise_ask, write_ask_down
from .climbing import call_again, climb
from .going_on import add_line, open_again, say_it_helped
from .standards import set_standards

__all__ = [
    "add_line",
    "answer_ask",
    "call_again",
    "climb",
    "decide_ask",
    "give_ask",
    "open_again",
    "raise_ask",
    "say_it_helped",
    "set_standards",
    "write_answer",
    "write_ask_down",
]
