"""Two people editing one thing: the second is told, and shown both texts."""

from typing import Any


class StaleEdit(Exception):
    """Somebody saved the thing after it was opened. `current` holds it as it is now; nothing was changed."""

    def __init__(self, current: Any) -> None:
        super().__init__("edited meanwhile")
        self.current = current
