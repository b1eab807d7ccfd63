"""Reads of maps. One's own is all there; somebody else's is there only while it is shared, and only as it is now."""

from .own import MyPeople, connection, kept, my_people, own_connections, own_sharing
from .shared import SharedMap, is_shared, readable_connection, shared_map

__all__ = [
    "MyPeople",
    "SharedMap",
    "connection",
    "is_shared",
    "kept",
    "my_people",
    "own_connections",
    "own_sharing",
    "readable_connection",
    "shared_map",
]
