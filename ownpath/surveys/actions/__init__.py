"""What is written in this room."""

from .packs import PackRefused, load_pack
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
from .sittings import hand_back, lend_device

__all__ = [
    "AlreadySent",
    "PackRefused",
    "hand_back",
    "lend_device",
    "load_pack",
    "move_priority",
    "request_answers",
    "save_answer",
    "send_response",
    "set_priorities",
    "start_response",
    "widen_response",
]
