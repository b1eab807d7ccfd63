"""What is read in this room."""

from .packs import current_pack

__all__ = ["current_pack"]
