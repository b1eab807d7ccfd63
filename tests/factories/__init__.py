"""Rows for tests, each with the least that makes sense and everything else as asked."""

from .about_me import reading, told
from .circle import connection, shared_map
from .organisations import authority, team
from .people import (
    absence,
    actor,
    adviser,
    allocate,
    contact,
    duty_worker,
    face,
    joining,
    manager,
    meeting,
    merge,
    record_end,
    status,
    young_person,
)
from .photos import photo, photo_file
from .plans import goal, review, step, win
from .sharing import not_right
from .support import ask, offer_entry, standards
from .surveys import answer, answer_reading, pack, paper, prioritise, reminder, response, sitting, survey_request
from .whole_plan import WholePlan, whole_plan

__all__ = [
    "WholePlan",
    "absence",
    "actor",
    "adviser",
    "allocate",
    "answer",
    "answer_reading",
    "ask",
    "authority",
    "connection",
    "contact",
    "duty_worker",
    "face",
    "goal",
    "joining",
    "manager",
    "meeting",
    "merge",
    "not_right",
    "offer_entry",
    "pack",
    "paper",
    "photo",
    "photo_file",
    "prioritise",
    "reading",
    "record_end",
    "reminder",
    "response",
    "review",
    "shared_map",
    "sitting",
    "standards",
    "status",
    "step",
    "survey_request",
    "team",
    "told",
    "whole_plan",
    "win",
    "young_person",
]
