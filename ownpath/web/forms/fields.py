"""The fields of our forms. Each renders an accessible component and keeps what was typed, right or wrong."""

from collections.abc import Iterable
from typing import Any, ClassVar, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from markupsafe import Markup

from ownpath.core.typed.lines import line
from ownpath.core.typed.signs import plain

from .component import BoundComponent, Component
from .dates import DateField, DateTimeField

__all__ = [
    "BooleanField",
    "CharField",
    "ChoiceField",
    "DateField",
    "DateTimeField",
    "EmailField",
    "HiddenField",
    "MultipleChoiceField",
    "SelectField",
    "TextField",
    "VersionField",
]


# Longer than any line that is taken: it is refused as too long, without being read.
_NO_LINE = 5_000


class CharField(Component, forms.CharField):
    """One line. `width` is the number of characters that the box shows: 2, 3, 4, 5, 10, 20 or 30; `attributes` are more
    of the control's own, such as `spellcheck`. A browser fills it in only where `autocomplete` says with what: most of
    what is typed here is about somebody else.
    """

    macro = "input"
    type = "text"

    def __init__(
        self,
        *,
        width: int = 0,
        autocomplete: str = "off",
        inputmode: str = "",
        most: int = 200,
        attributes: dict[str, str] | None = None,
        **options: Any,
    ) -> None:
        self.width, self.autocomplete, self.inputmode, self.most = width, autocomplete, inputmode, most
        self.attributes = attributes or {}
        super().__init__(**options)

    def to_python(self, value: Any) -> str:
        """The text with line ends as one character, or none on one line, and without signs that no database keeps."""
        text = str(super().to_python(value)).replace("\r\n", "\n").replace("\x00", "")
        return text if self.has_lines or len(text) > _NO_LINE else self.read(text)

    def read(self, text: str) -> str:
        """What was typed on one line."""
        return line(text)

    def validate(self, value: str) -> None:
        """Refuse what is too long, without cutting it: nothing that was typed is lost."""
        super().validate(value)
        over = len(value) - self.most
        if over > 0:
            raise ValidationError(
                ngettext(
                    "This is %(over)s letter too long. It is all still here: please make it shorter.",
                    "This is %(over)s letters too long. It is all still here: please make it shorter.",
                    over,
                ),
                code="too_long",
                params={"over": over},
            )

    def params(self, bound: BoundComponent) -> dict[str, Any]:
        """The box."""
        return {
            "label": self.label_of(bound),
            "value": bound.value() or "",
            "type": self.type,
            "classes": f"govuk-input--width-{self.width}" if self.width else "",
            "autocomplete": self.autocomplete,
            "inputmode": self.inputmode,
            "attributes": {"dir": "auto"} | self.attributes,
        }


class EmailField(CharField):
    """An e-mail address."""

    type = "email"
    default_validators = forms.EmailField.default_validators
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Write your email address."),
        "invalid": _("Write the whole address, like name@example.org."),
    }

    def __init__(self, **options: Any) -> None:
        defaults: dict[str, Any] = {"most": 254}
        super().__init__(**defaults | options)

    def read(self, text: str) -> str:
        """The address without signs that come along when it is copied."""
        return plain(text)

    def run_validators(self, value: Any) -> None:
        """One sentence for every way in which an address can be wrong."""
        try:
            super().run_validators(value)
        except ValidationError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None


class TextField(CharField):
    """Several lines, in somebody's own words."""

    macro = "textarea"
    has_lines = True

    def __init__(self, *, rows: int = 4, most: int = 5000, **options: Any) -> None:
        self.rows = rows
        super().__init__(most=most, **options)

    def params(self, bound: BoundComponent) -> dict[str, Any]:
        """The box. Browsers drop a line break that stands first in it, so one is given away."""
        return {
            "label": self.label_of(bound),
            "value": f"\n{bound.value() or ''}",
            "rows": self.rows,
            "attributes": {"dir": "auto"} | self.attributes,
        }


class ChoiceField(Component, forms.ChoiceField):
    """One of a few, as radios. `skip` adds a last choice that means none; `hints` are lines under single choices."""

    macro = "radios"
    legend = "legend"
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Choose one."),
        "invalid_choice": _("Choose one of these."),
    }

    def __init__(
        self, *, hints: dict[str, Any] | None = None, skip: Any = "", classes: str = "", **options: Any
    ) -> None:
        self.hints, self.skip, self.classes = hints or {}, skip, classes
        super().__init__(**options | ({"required": False} if skip else {}))

    def params(self, bound: BoundComponent) -> dict[str, Any]:
        """The choices in a fieldset."""
        items = self.items(bound)
        if self.skip:
            items.append({"value": "", "text": self.skip, "checked": bound.value() == ""})
        return {
            "idPrefix": bound.auto_id,
            "fieldset": {"legend": self.label_of(bound, "fieldset__legend")},
            "classes": self.classes,
            "items": items,
        }

    def items(self, bound: BoundComponent) -> list[dict[str, Any]]:
        """Each choice, marked where it is chosen."""
        chosen = bound.value()
        values = [str(value) for value in chosen] if isinstance(chosen, list | tuple) else [str(chosen)]
        return [
            {
                "value": str(value),
                "text": words,
                "checked": str(value) in values,
                "hint": {"text": self.hints[value]} if value in self.hints else None,
            }
            for value, words in self._pairs()
        ]

    def in_words(self, value: Any) -> str:
        """The words of the chosen value."""
        return next((str(words) for choice, words in self._pairs() if str(choice) == str(value)), "")

    def _pairs(self) -> Iterable[tuple[Any, Any]]:
        return cast("Iterable[tuple[Any, Any]]", self.choices)


class SelectField(ChoiceField):
    """One of many, as a drop-down list whose first line is empty."""

    macro = "select"

    def params(self, bound: BoundComponent) -> dict[str, Any]:
        """The list."""
        items = [item | {"selected": item["checked"]} for item in self.items(bound)]
        return {"label": self.label_of(bound), "items": [{"value": "", "text": self.skip or gettext("Choose")}, *items]}


class MultipleChoiceField(ChoiceField, forms.MultipleChoiceField):
    """Any of a few, as checkboxes."""

    macro = "checkboxes"
    widget = forms.CheckboxSelectMultiple
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Tick at least one."),
        "invalid_choice": _("Tick some of these."),
        "invalid_list": _("Tick some of these."),
    }

    def in_words(self, value: Any) -> str:
        """The words of the chosen values."""
        return ", ".join(super(MultipleChoiceField, self).in_words(one) for one in value or [])


class BooleanField(Component, forms.BooleanField):
    """One checkbox."""

    macro = "checkboxes"
    default_error_messages: ClassVar[dict[str, Any]] = {"required": _("Tick this to go on.")}

    def params(self, bound: BoundComponent) -> dict[str, Any]:
        """The box and its label."""
        item = {"value": "on", "text": bound.label, "checked": bool(bound.value())}
        return {"idPrefix": bound.auto_id, "items": [item]}

    def in_words(self, value: Any) -> str:
        """Yes or no."""
        return gettext("Yes") if value else gettext("No")


class HiddenField(CharField):
    """Carried along, never shown."""

    widget = forms.HiddenInput

    def component(self, bound: BoundComponent) -> Markup:
        """The hidden input."""
        value = bound.value()
        return Markup('<input type="hidden" name="{}" value="{}">').format(
            bound.html_name, "" if value is None else value
        )


class VersionField(HiddenField):
    """The version of the thing that the form was filled from. Nonsense counts as a version that never was."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False} | options)

    def to_python(self, value: Any) -> int:  # type: ignore[override]
        """The number, or 0."""
        text = super().to_python(value)
        return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0

    def validate(self, value: Any) -> None:
        """Any number will do: the action compares it."""
