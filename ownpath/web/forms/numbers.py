"""Whole numbers and money, as people write them."""

from typing import Any

from ownpath.core.typed.money import pence, pounds
from ownpath.core.typed.numbers import whole

from .component import BoundComponent, asked
from .fields import CharField


class NumberField(CharField):
    """A whole number between two others."""

    def __init__(self, *, least: int, greatest: int, **options: Any) -> None:
        self.least, self.greatest = least, greatest
        defaults: dict[str, Any] = {"width": 4, "inputmode": "numeric"}
        super().__init__(**defaults | options)

    def clean(self, value: Any) -> Any:
        """The number, or None where nothing was typed and nothing must be."""
        typed = str(super().clean(value))
        return asked(whole, typed, least=self.least, greatest=self.greatest) if typed.strip() else None

    def params(self, bound: BoundComponent) -> dict[str, Any]:
        """The box; nought is a number."""
        value = bound.value()
        return super().params(bound) | {"value": "" if value is None else str(value)}


class PoundsField(CharField):
    """An amount of money, typed in pounds and kept in pence. `least` and `greatest` are pence."""

    def __init__(self, *, least: int = 0, greatest: int = 10_000_000, **options: Any) -> None:
        self.least, self.greatest = least, greatest
        defaults: dict[str, Any] = {"width": 10, "inputmode": "decimal"}
        super().__init__(**defaults | options)

    def clean(self, value: Any) -> Any:
        """The pence, or None where nothing was typed and nothing must be."""
        typed = str(super().clean(value))
        return asked(pence, typed, least=self.least, greatest=self.greatest) if typed.strip() else None

    def params(self, bound: BoundComponent) -> dict[str, Any]:
        """The box, with a pound sign before it; what was kept is shown in pounds."""
        value = bound.value()
        shown = pounds(value) if isinstance(value, int) else value or ""
        return super().params(bound) | {"value": shown, "prefix": {"text": "£"}}

    def in_words(self, value: Any) -> str:
        """The amount in pounds."""
        return f"£{pounds(value)}" if isinstance(value, int) else ""
