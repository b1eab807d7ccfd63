"""Writes to a map: only by the young person whose map it is."""

from .drawing import Drawn, add_connection, change_connection, move_connection
from .leaving import forget_connection, take_off
from .sharing import share_map, stop_sharing_map

__all__ = [
    "Drawn",
    "add_connection",
    "change_connection",
    "forget_connection",
    "move_connection",
    "share_map",
    "stop_sharing_map",
    "take_off",
]
