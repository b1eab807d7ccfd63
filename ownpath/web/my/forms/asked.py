"""Fields whose words come from a survey pack.

They take any choice: the words are filled in when the page is shown, and the action refuses what the pack does not
ask. So a save reads the pack once, not twice.
"""

from typing import Any
from uuid import UUID

from ownpath.web.forms.fields import ChoiceField, HiddenField, MultipleChoiceField


class AskedField(ChoiceField):
    """One of the choices of a pack."""

    def valid_value(self, value: Any) -> bool:
        """Left to the action."""
        return True


class AskedManyField(MultipleChoiceField):
    """Some of the choices of a pack."""

    def valid_value(self, value: Any) -> bool:
        """Left to the action."""
        return True


class PlaceField(ChoiceField):
    """A place on a scale: 1, 2, 3…"""

    def clean(self, value: Any) -> int | None:
        """The place, or None where nothing was chosen."""
        place = super().clean(value)
        return int(place) if place else None


class IdField(HiddenField):
    """The id of the response that the page was filled from. Nonsense counts as an id that never was."""

    def clean(self, value: Any) -> UUID | None:
        """The id, or None."""
        return as_id(value)


def as_id(value: Any) -> UUID | None:
    """An id as it was posted; None for nonsense."""
    try:
        return UUID(str(value))
    except ValueError:
        return None
