"""A PIN that guards a lent device until it is handed back."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ownpath.core.typed import codes

from .fields import CharField

SHORTEST, LONGEST = 4, 12
# What somebody would try first.
_IN_ORDER = "01234567890", "09876543210"


class PinField(CharField):
    """A PIN, in the digits of any script. Shown as typed: it is for once, and no browser offers to keep it."""

    def __init__(self, **options: Any) -> None:
        defaults: dict[str, Any] = {"width": 10, "inputmode": "numeric", "most": LONGEST}
        super().__init__(**defaults | options)

    def read(self, text: str) -> str:
        """The digits without spaces."""
        return codes.sent_code(text)


class NewPinField(PinField):
    """A PIN that somebody chooses."""

    def validate(self, value: str) -> None:
        """Digits, and none of those that are guessed within three tries."""
        super().validate(value)
        if not (value.isascii() and value.isdecimal() and len(value) >= SHORTEST):
            raise ValidationError(_("Choose 4 to 12 digits."), code="pin")
        if len(set(value)) == 1 or any(value in line for line in _IN_ORDER):
            raise ValidationError(_("That PIN is easy to guess. Choose another one."), code="easy")
