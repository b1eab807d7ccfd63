"""The request as our views see it."""

from django.http import HttpRequest
from markupsafe import Markup

from ownpath.core.actor import Actor


class ActorRequest(HttpRequest):
    """A request whose actor is known: None means that nobody is signed in."""

    actor: Actor | None
    shown_token: Markup
