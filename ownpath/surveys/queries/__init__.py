"""What is read in this room."""

from .asked import asked
from .beginning import Beginning, beginning
from .home import Home, home
from .packs import current_pack, loaded_pack
from .papers import ToCheck, ToEnter, asked_on_paper, paper_to_check, papers_to_check, to_enter
from .reminders import due_reminders, own_reminder
from .responses import area_history, open_drafts, own_history, own_responses, survey
from .sittings import LONGEST, sitting_actor
from .told import Said, Survey, ThenAndNow, Told

__all__ = [
    "LONGEST",
    "Beginning",
    "Home",
    "Said",
    "Survey",
    "ThenAndNow",
    "ToCheck",
    "ToEnter",
    "Told",
    "area_history",
    "asked",
    "asked_on_paper",
    "beginning",
    "current_pack",
    "due_reminders",
    "home",
    "loaded_pack",
    "open_drafts",
    "own_history",
    "own_reminder",
    "own_responses",
    "paper_to_check",
    "papers_to_check",
    "sitting_actor",
    "survey",
    "to_enter",
]
