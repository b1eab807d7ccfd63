"""Reads of what young people ask for and can get. Each returns only what the actor may see; else `NotVisible`."""

from .allowance import Allowance, allowance
from .asks import ask, asks, open_asks
from .conversation import Conversation, conversation
from .helping import HelpNow, help_now, to_climb, to_send_again, unanswered
from .holding import Holders, holders, managers_for
from .lists import Asked, asked_by, everything_asked, news
from .not_safe import NotSafe, calls, not_safe, not_safe_of
from .offer import MyOffer, Offer, my_offer, offer_entry, whole_offer
from .standards import standards, standards_before

__all__ = [
    "Allowance",
    "Asked",
    "Conversation",
    "HelpNow",
    "Holders",
    "MyOffer",
    "NotSafe",
    "Offer",
    "allowance",
    "ask",
    "asked_by",
    "asks",
    "calls",
    "conversation",
    "everything_asked",
    "help_now",
    "holders",
    "managers_for",
    "my_offer",
    "news",
    "not_safe",
    "not_safe_of",
    "offer_entry",
    "open_asks",
    "standards",
    "standards_before",
    "to_climb",
    "to_send_again",
    "unanswered",
    "whole_offer",
]
