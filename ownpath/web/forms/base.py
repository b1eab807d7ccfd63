"""The base of our forms: what was typed never gets lost."""

from typing import Any

from django import forms
from django.http import QueryDict


class Form(forms.Form):
    """A form whose fields render accessible components."""

    @classmethod
    def typed(cls, fields: QueryDict) -> dict[str, Any]:
        """Initial values from what was typed earlier, unchecked: faults show when it is saved."""
        return {name: field.widget.value_from_datadict(fields, {}, name) for name, field in cls.base_fields.items()}
