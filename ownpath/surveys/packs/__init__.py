"""Survey packs: the files we ship, how a file is read, and a typed view of a stored pack."""

from .kept import pack_of, pack_with_id, preferred
from .view import Area, Pack, Questions, Scenario

__all__ = ["Area", "Pack", "Questions", "Scenario", "pack_of", "pack_with_id", "preferred"]
