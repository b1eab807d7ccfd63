"""The base of our forms: what was typed never gets lost."""

from typing import Any, Self

from django import forms
from django.http import QueryDict


class Form(forms.Form):
    """A form whose fields render accessible components."""

    @classmethod
    def typed(cls, fields: QueryDict) -> dict[str, Any]:
        """Initial values from what was typed earlier, unchecked: faults show when it is saved."""
        unbound: Self = cls.__new__(cls)
        return {
            name: field.widget.value_from_datadict(fields, {}, name)  # type: ignore[arg-type]
            for name, field in unbound.__class__.base_fields.items()
        }
