"""The two forms of changing the address that one signs in with."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .base import Form
from .fields import EmailField
from .lines import SentCodeField


class NewAddressForm(Form):
    """Which address it is to be."""

    address = EmailField(
        label=_("Your new email address"),
        hint=_("Use one that only you can get into."),
        autocomplete="email",
    )


class AddressCodesForm(Form):
    """The codes that went to both addresses."""

    old_code = SentCodeField(
        label=_("The code from your old address"),
        missing=_("Type the code that went to your old address."),
        width=10,
        autocomplete="one-time-code",
    )
    new_code = SentCodeField(
        label=_("The code from your new address"),
        missing=_("Type the code that went to your new address."),
        width=10,
        autocomplete="one-time-code",
    )

    def __init__(self, *args: Any, is_right: Callable[[str, str], bool], **options: Any) -> None:
        super().__init__(*args, **options)
        self.is_right = is_right

    def clean_old_code(self) -> str:
        """As it was sent."""
        return self._checked("old_code")

    def clean_new_code(self) -> str:
        """As it was sent."""
        return self._checked("new_code")

    def _checked(self, field: str) -> str:
        typed: str = self.cleaned_data[field]
        if not self.is_right(field, typed):
            raise ValidationError(_("That is not the code. Look at it again."))
        return typed
