"""The gettext of our templates: a name written the other way than its page does not turn the sentence around it."""

from typing import Any

from django.utils import translation
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ownpath.core.wording import isolated


@pass_context
def gettext(context: Context, message: str, /, **values: Any) -> str:
    """The message in the language of the page, with its values."""
    return _filled(context, translation.gettext(message), values)


@pass_context
def ngettext(context: Context, singular: str, plural: str, number: int, /, **values: Any) -> str:
    """The message for so many; `%(num)s` is the number."""
    return _filled(context, translation.ngettext(singular, plural, number), {"num": number} | values)


def _filled(context: Context, message: str, values: dict[str, Any]) -> str:
    if not context.eval_ctx.autoescape:
        return message % {name: isolated(str(value)) for name, value in values.items()}
    # Our own words, and values that are escaped: nothing here is unsafe.
    return Markup(message) % {name: Markup(isolated(str(escape(value)))) for name, value in values.items()}  # noqa: S704
