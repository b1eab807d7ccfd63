"""What is written in this room."""

from .packs import PackRefused, load_pack
from .papers import AlreadyEntered, check_paper, enter_paper
from .readings import NotReadYet, close_answers, note_reading
from .reminders import choose_reminder, send_reminder
from .responses import (
    AlreadySent,
    move_priority,
    request_answers,
    save_answer,
    send_response,
    set_priorities,
    start_response,
    widen_response,
)
from .sittings import NotSentYet, TakenBack, hand_back, lend_device, take_back

__all__ = [
    "AlreadyEntered",
    "AlreadySent",
    "NotReadYet",
    "NotSentYet",
    "PackRefused",
    "TakenBack",
    "check_paper",
    "choose_reminder",
    "close_answers",
    "enter_paper",
    "hand_back",
    "lend_device",
    "load_pack",
    "move_priority",
    "note_reading",
    "request_answers",
    "save_answer",
    "send_reminder",
    "send_response",
    "set_priorities",
    "start_response",
    "take_back",
    "widen_response",
]
