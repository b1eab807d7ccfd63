"""What every form of ours carries besides its fields."""

import secrets
from typing import Any

from django import forms
from django.utils.translation import gettext
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from ownpath.web import kept
from ownpath.web.forms.component import BoundComponent
from ownpath.web.request import ActorRequest

from . import govuk

_HIDDEN = Markup('<input type="hidden" name="{}" value="{}">')


@pass_context
def form_parts(context: Context, form: forms.Form | None = None) -> Markup:
    """The hidden fields: against forgery, against saving twice, to whom the form was shown; and the form's own."""
    own = [str(field) for field in form.hidden_fields()] if form else []
    return Markup("").join(
        [
            against_forgery(context),
            _HIDDEN.format("once", _key(context["request"], form)),
            _HIDDEN.format(kept.FIELD, kept.form_token_for(context["request"].actor)),
            *map(Markup, own),
        ]
    )


def _key(request: ActorRequest, form: forms.Form | None) -> str:
    """A new key; or, on a page that shows again what was not saved, the key under which it was sent."""
    sent = request.POST.get("once", "") if form is not None and form.is_bound else ""
    return sent[:40] or secrets.token_urlsafe(16)


@pass_context
def against_forgery(context: Context) -> Markup:
    """The page's token, for a form that needs nothing else. Masked once a page, so that a further form costs little."""
    request: ActorRequest = context["request"]
    if not hasattr(request, "shown_token"):
        request.shown_token = Markup(str(context["csrf_input"]))  # noqa: S704 - Django's own input
    return request.shown_token


def error_summary(form: forms.Form) -> Markup:
    """Every fault of a form at the top of its page, each a link to its field, in the order of the form's fields;
    nothing for a form without faults.
    """
    place = {name: number for number, name in enumerate(form.fields)}
    found = sorted(form.errors.items(), key=lambda fault: place.get(fault[0], len(place)))
    faults = [_fault(form, name, str(errors[0])) for name, errors in found]
    if not faults:
        return Markup("")
    params = {"titleText": gettext("Please look at this again"), "errorList": faults}
    return govuk.macro("error-summary")(params | {"attributes": {"tabindex": "-1", "autofocus": ""}})


def _fault(form: forms.Form, name: str, sentence: str) -> dict[str, Any]:
    bound = form[name] if name in form.fields else None
    if isinstance(bound, BoundComponent) and not bound.is_hidden:
        return {"text": sentence, "href": f"#{bound.first_control}"}
    return {"text": sentence}
