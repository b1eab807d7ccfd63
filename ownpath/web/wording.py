"""The gettext of our templates: a name written the other way than its page does not turn the sentence around it."""

from typing import Any
from unicodedata import bidirectional

from django.utils import translation
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

# Invisible marks: what stands between them has a direction of its own. They work in titles and attributes too.
_BEGIN, _END = "\u2068", "\u2069"
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = {"L"}, {"R", "AL"}


@pass_context
def gettext(context: Context, message: str, /, **values: Any) -> str:
    """The message in the language of the page, with its values."""
    return _filled(context, translation.gettext(message), values)


@pass_context
def ngettext(context: Context, singular: str, plural: str, number: int, /, **values: Any) -> str:
    """The message for so many; `%(num)s` is the number."""
    return _filled(context, translation.ngettext(singular, plural, number), {"num": number} | values)


def isolated(value: Any) -> Any:
    """The value, between marks where a letter in it runs against the page."""
    against = _LEFT_TO_RIGHT if translation.get_language_bidi() else _RIGHT_TO_LEFT
    if isinstance(value, int) or against.isdisjoint(map(bidirectional, str(value))):
        return value
    return f"{_BEGIN}{value}{_END}" if not isinstance(value, Markup) else Markup(f"{_BEGIN}{value}{_END}")  # noqa: S704


def _filled(context: Context, message: str, values: dict[str, Any]) -> str:
    words = Markup(message) if context.eval_ctx.autoescape else message  # noqa: S704 - our own words
    return words % {name: isolated(value) for name, value in values.items()}
