"""The macros of `govuk-frontend-jinja`, for our templates and our form fields.

They lean on undefined names being nothing, which our templates forbid: so they live in an environment of their own.
Every phone would pay for their indentation. It is left out when a macro is read, once and for all: what somebody typed
is never searched for it, so that a form is drawn in a time that grows no faster than what was typed.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader
from jinja2.ext import Extension
from markupsafe import Markup

type Macro = Callable[..., Markup]

_LIBRARY = "govuk_frontend_jinja"
_NAMES = (
    "back-link",
    "button",
    "checkboxes",
    "date-input",
    "details",
    "error-summary",
    "file-upload",
    "input",
    "radios",
    "select",
    "skip-link",
    "summary-list",
    "tag",
    "textarea",
)


def macros() -> dict[str, Macro]:
    """Every macro that our templates may call: `govuk_button({...})` and its siblings."""
    return {"govuk_" + name.replace("-", "_"): macro(name) for name in _NAMES}


@cache
def macro(name: str) -> Macro:
    """One macro by the name of its component, such as `date-input`."""
    module = _environment().get_template(f"{_LIBRARY}/components/{name}/macro.html").module
    found: Macro = getattr(module, "govuk" + name.title().replace("-", ""))
    return found


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PrefixLoader({_LIBRARY: PackageLoader(_LIBRARY)}),
        undefined=ChainableUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=[_WithoutIndentation],
    )
    environment.filters["indent"] = lambda drawn, *_how: drawn
    return environment


class _WithoutIndentation(Extension):
    """Reads a macro without the white space around its line ends."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return re.sub(r"\s*\n\s*", "\n", source)


def params(**values: Any) -> dict[str, Any]:
    """Parameters of a macro without those that are empty."""
    return {name: value for name, value in values.items() if value not in (None, "", {})}
