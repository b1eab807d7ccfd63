"""Whole numbers and money, as people write them."""

import re
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .component import BoundComponent
from .fields import CharField


class NumberField(CharField):
    """A whole number between two others."""

    def __init__(self, *, least: int, greatest: int, **options: Any) -> None:
        self.least, self.greatest = least, greatest
        defaults: dict[str, Any] = {"width": 4, "inputmode": "numeric"}
        super().__init__(**defaults | options)

    def clean(self, value: Any) -> Any:
        """The number, or None where nothing was typed and nothing must be."""
        typed = str(super().clean(value)).strip()
        if not typed:
            return None
        is_number = typed.isascii() and typed.isdecimal() and len(typed) <= 9
        if not is_number or not self.least <= int(typed) <= self.greatest:
            sentence = _("Write a whole number from %(least)s to %(greatest)s.")
            raise ValidationError(sentence % {"least": self.least, "greatest": self.greatest})
        return int(typed)

    def params(self, bound: BoundComponent) -> dict[str, Any]:
        """The box; nought is a number."""
        value = bound.value()
        return super().params(bound) | {"value": "" if value is None else str(value)}


class PoundsField(CharField):
    """An amount of money, typed in pounds and kept in pence."""

    def __init__(self, *, greatest: int = 100_000, **options: Any) -> None:
        self.greatest = greatest
        defaults: dict[str, Any] = {"width": 10, "inputmode": "decimal"}
        super().__init__(**defaults | options)

    def clean(self, value: Any) -> Any:
        """The pence."""
        typed = str(super().clean(value)).strip().removeprefix("£").replace(",", "").replace(" ", "")
        if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,2})?", typed, re.ASCII) or Decimal(typed) > self.greatest:
            raise ValidationError(_("Write an amount in pounds, like 45 or 45.50."))
        return int(Decimal(typed) * 100)

    def params(self, bound: BoundComponent) -> dict[str, Any]:
        """The box, with a pound sign before it; what was kept is shown in pounds."""
        value = bound.value()
        shown = pounds(value) if isinstance(value, int) else value or ""
        return super().params(bound) | {"value": shown, "prefix": {"text": "£"}}

    def in_words(self, value: Any) -> str:
        """The amount in pounds."""
        return f"£{pounds(value)}" if isinstance(value, int) else ""


def pounds(pence: int) -> str:
    """Pence as pounds, with pence only where there are some."""
    amount = Decimal(pence) / 100
    return f"{amount:,.2f}" if pence % 100 else f"{amount:,.0f}"
