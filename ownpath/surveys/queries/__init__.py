"""What is read in this room."""

from .asked import asked
from .beginning import Beginning, beginning
from .home import Home, home
from .packs import current_pack, loaded_pack
from .papers import ToCheck, ToEnter, asked_on_paper, paper_to_check, papers_to_check, to_enter
from .readings import Reader, WhoHasRead, not_read_by, reading_columns, who_has_read
from .reminders import due_reminders, own_reminder
from .responses import (
    area_history,
    has_unsent_answers,
    open_drafts,
    own_answers,
    own_history,
    own_priorities,
    own_responses,
    survey,
)
from .sittings import LONGEST, sitting_actor
from .told import Said, Survey, ThenAndNow, Told

__all__ = [
    "LONGEST",
    "Beginning",
    "Home",
    "Reader",
    "Said",
    "Survey",
    "ThenAndNow",
    "ToCheck",
    "ToEnter",
    "Told",
    "WhoHasRead",
    "area_history",
    "asked",
    "asked_on_paper",
    "beginning",
    "current_pack",
    "due_reminders",
    "has_unsent_answers",
    "home",
    "loaded_pack",
    "not_read_by",
    "open_drafts",
    "own_answers",
    "own_history",
    "own_priorities",
    "own_reminder",
    "own_responses",
    "paper_to_check",
    "papers_to_check",
    "reading_columns",
    "sitting_actor",
    "survey",
    "to_enter",
    "who_has_read",
]
