"""Survey packs: the files we ship, how a file is read, and a typed view of a stored pack."""

from .view import Area, Pack, Questions, Scenario, pack_of, pack_with_id

__all__ = ["Area", "Pack", "Questions", "Scenario", "pack_of", "pack_with_id"]
