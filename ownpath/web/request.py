"""The request as our views see it."""

from uuid import UUID

from django.http import HttpRequest
from markupsafe import Markup

from ownpath.core.actor import Actor


class ActorRequest(HttpRequest):
    """A request whose actor is known: None means that nobody is signed in."""

    actor: Actor | None
    shown_token: Markup
    also_shown: list[UUID]  # of whom a page shows something though its address names nobody: it says so, for the audit
