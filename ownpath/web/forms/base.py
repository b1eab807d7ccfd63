"""The base of our forms: what was typed never gets lost."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict

from .component import Component


class Form(forms.Form):
    """A form whose fields render accessible components."""

    @classmethod
    def typed(cls, fields: QueryDict) -> dict[str, Any]:
        """Initial values from what was typed earlier, unchecked: faults show when it is saved."""
        return {name: field.widget.value_from_datadict(fields, {}, name) for name, field in cls.base_fields.items()}

    def offer(self, name: str, choices: Iterable[tuple[str, Any]]) -> None:
        """Give a field the choices that come from rows."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices)

    def read_otherwise(self, current: Any) -> list[tuple[str, str]]:
        """Where `current` differs from what was typed here: the label of each field, and how it reads there."""
        mine = self.cleaned_data if self.is_valid() else {}
        return [
            (str(field.label), field.in_words(getattr(current, name)))
            for name, field in self.fields.items()
            if isinstance(field, Component) and not field.widget.is_hidden and hasattr(current, name)
            if getattr(current, name) != mine.get(name)
        ]
