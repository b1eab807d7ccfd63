"""What is read in this room."""

from .asked import asked
from .beginning import Beginning, beginning
from .home import Home, home
from .packs import current_pack, loaded_pack
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
    "Told",
    "area_history",
    "asked",
    "beginning",
    "current_pack",
    "home",
    "loaded_pack",
    "open_drafts",
    "own_history",
    "own_responses",
    "sitting_actor",
    "survey",
]
