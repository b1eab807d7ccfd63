"""A phone number, as people write them."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ownpath.core.phone import dialable
from ownpath.core.wording import isolated

from .fields import CharField


class PhoneField(CharField):
    """One phone number, kept as it was typed. What cannot be dialled is asked about; it stays in the box."""

    type = "tel"
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Enter a phone number, such as 07700 900123."),
        "undialable": _(
            "We can’t tell which number to ring from “%(typed)s”. Enter one phone number, such as 07700 900123."
        ),
    }

    def __init__(self, **options: Any) -> None:
        defaults: dict[str, Any] = {"most": 30, "width": 20, "inputmode": "tel"}
        super().__init__(**defaults | options)

    def validate(self, value: str) -> None:
        """Refuse what no number can be read from."""
        super().validate(value)
        if value.strip() and not dialable(value):
            params = {"typed": isolated(value.strip())}
            raise ValidationError(self.error_messages["undialable"], code="undialable", params=params)
