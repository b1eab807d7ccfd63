"""What is read in this room."""

from .beginning import Beginning, beginning
from .home import Home, home
from .packs import current_pack, loaded_pack
from .responses import area_history, own_history, own_responses, survey
from .told import Said, Survey, ThenAndNow, Told

__all__ = [
    "Beginning",
    "Home",
    "Said",
    "Survey",
    "ThenAndNow",
    "Told",
    "area_history",
    "beginning",
    "current_pack",
    "home",
    "loaded_pack",
    "own_history",
    "own_responses",
    "survey",
]
