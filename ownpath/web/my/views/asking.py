"""Asking for help, from any page of the survey."""

from django.urls import reverse

from ownpath.core.actor import Actor
from ownpath.core.once import once
from ownpath.support import actions as support
from ownpath.support.enums import QUICK, AskKind
from ownpath.support.messages import wait_until_called
from ownpath.web import kept
from ownpath.web.request import ActorRequest


def ask_once(request: ActorRequest, kind: AskKind, area: str = "", area_title: str = "") -> None:
    """Reach the adviser's list. The same form pressed again asks nothing new."""
    actor = request.actor
    assert isinstance(actor, Actor)
    with once(actor, f"ask-{request.POST.get('once', '')[:30]}") as is_first:
        made = support.raise_ask(actor=actor, kind=kind, area=area, area_title=area_title) if is_first else None
    if made is not None and kind == AskKind.NOT_SAFE:
        wait_until_called(made)


def is_unheard(request: ActorRequest) -> bool:
    """Whether the actor pressed on this page when their session had ended, and it reached nobody."""
    typed = kept.take_back(request, request.actor)
    return typed is not None and typed.get("go", "") in QUICK


def help_url(area: str) -> str:
    """The page that says whom to call now, and leads back to an area."""
    return reverse("my:help") + (f"?area={area}" if area else "")
