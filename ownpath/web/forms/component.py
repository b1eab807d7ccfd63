"""A form field that writes itself whole in one line of a template, `{{ form.words }}`: label, hint, fault, control."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from markupsafe import Markup

from ownpath.core.typed.unclear import Unclear
from ownpath.web.components import govuk


def asked[**Typing, Read](read: Callable[Typing, Read], *typed: Typing.args, **options: Typing.kwargs) -> Read:
    """What a reader of `core.typed` makes of it; where that is unclear, its sentence as the fault of a form."""
    try:
        return read(*typed, **options)
    except Unclear as why:
        raise ValidationError(str(why), code=why.code) from why


class BoundComponent(forms.BoundField):
    """A field in its form, as templates meet it."""

    field: "Component"

    def __str__(self) -> Markup:  # type: ignore[override] # as safe as Django's own
        """The whole component."""
        return self.field.component(self)

    __html__ = __str__  # type: ignore[assignment]

    @property
    def fault(self) -> str:
        """The first thing that is wrong with what was typed, or nothing."""
        return str(self.errors[0]) if self.errors else ""

    @property
    def first_control(self) -> str:
        """The id of the control that a link to this field should focus."""
        return f"{self.auto_id}{self.field.first_control_suffix}"


class Component(forms.Field):
    """What our fields share. Each names the macro that draws it and says what the macro needs besides the common parts.

    `hint` is a line under the label; `missing` is the sentence for an empty field that may not be empty; `is_heading`
    makes the label the heading of its page; `size` is that of the label: `s`, `m` or `l`.
    """

    bound_field_class = BoundComponent
    default_error_messages: ClassVar[dict[str, Any]] = {"required": _("Write something here.")}
    macro: ClassVar[str]
    has_lines: ClassVar[bool] = False
    first_control_suffix: ClassVar[str] = ""

    def __init__(
        self, *, hint: Any = "", missing: Any = "", is_heading: bool = False, size: str = "", **options: Any
    ) -> None:
        if missing:
            options["error_messages"] = {"required": missing} | options.get("error_messages", {})
        self.is_heading = is_heading
        self.size = size or ("l" if is_heading else "s")
        super().__init__(help_text=hint, **options)

    def component(self, bound: BoundComponent) -> Markup:
        """The drawn field."""
        return govuk.macro(self.macro)(govuk.params(**self.common(bound), **self.params(bound)))

    def common(self, bound: BoundComponent) -> dict[str, Any]:
        """What every macro needs."""
        return {
            "id": bound.auto_id,
            "name": bound.html_name,
            "hint": govuk.params(text=bound.help_text),
            "errorMessage": bound.fault and {"text": bound.fault, "visuallyHiddenText": gettext("Error")},
        }

    def params(self, bound: BoundComponent) -> dict[str, Any]:
        """What this macro needs besides."""
        raise NotImplementedError

    def label_of(self, bound: BoundComponent, kind: str = "label") -> dict[str, Any]:
        """The label, or the legend of a fieldset."""
        return {
            "text": bound.label,
            "classes": f"govuk-{kind}--{self.size}",
            "isPageHeading": self.is_heading,
        }

    def in_words(self, value: Any) -> str:
        """A cleaned value as somebody reads it."""
        return "" if value is None else str(value)
