"""The template environment: an undefined name is an error, and every text goes through gettext."""

from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined

from ownpath.core import addresses, languages, phone
from ownpath.core.actor import Actor

from . import formats, kept, lending, navigation, wording
from .components import charts, circles, form_parts, govuk


def environment(**options: Any) -> Environment:
    """Our pages' environment, with the few names that every template may use."""
    options |= {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    env = Environment(extensions=["jinja2.ext.i18n"], **options)  # noqa: S701 - Django's backend turns autoescape on
    env.newstyle_gettext = True  # type: ignore[attr-defined]
    env.globals.update({"gettext": wording.gettext, "ngettext": wording.ngettext})
    env.globals.update(govuk.macros())
    env.filters.update({"dialable": phone.dialable, "masked": addresses.masked})
    env.tests.update({"textable": phone.can_be_texted, "inviting_texts": phone.invites_texts})
    env.globals.update(
        {
            "against_forgery": form_parts.against_forgery,
            "charts": charts,
            "circles": circles,
            "error_summary": form_parts.error_summary,
            "form_parts": form_parts.form_parts,
            "format_date": formats.format_date,
            "format_day": formats.format_day,
            "format_day_time": formats.format_day_time,
            "format_near": formats.format_near,
            "format_weekday_time": formats.format_weekday_time,
            "format_moment": formats.format_moment,
            "format_month": formats.format_month,
            "format_money": formats.format_money,
            "format_recent": formats.format_recent,
            "is_of_young_person": is_of_young_person,
            "is_right_to_left": translation.get_language_bidi,
            "is_call_for_help_kept": kept.is_call_for_help,
            "is_something_kept": kept.is_waiting,
            "language": translation.get_language,
            "lender_name": lending.lender_name,
            "language_name": formats.language_name,
            "languages": languages,
            "messages_of": get_messages,
            "navigation": navigation,
            "static": static,
            "token_of": kept.token_for,
            "url": url,
        }
    )
    return env


def is_of_young_person(request: HttpRequest | None) -> bool:
    """Whether a page, which may be made without a request or before anybody is known, is read by a young person."""
    actor: Actor | None = getattr(request, "actor", None)
    return actor is not None and actor.young_person_id is not None


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The path of a named page."""
    return reverse(name, args=args or None, kwargs=kwargs or None)
