"""What somebody typed when their session had ended: kept for them, and only for them, until they signed in again.

Every form carries a signed token of who it was shown to, and when. A post that arrives without a session is kept with
that token in the new, nameless session, sealed with a key of that person; after sign-in it fills the same form again
only if the same person signed in. On a shared phone nobody else ever sees it. After two hours nobody does.
"""

from collections.abc import Collection
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, QueryDict

from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.core.sealing import seal, unseal
from ownpath.support.enums import QUICK

FIELD = "typed_by"
WITHIN = timedelta(hours=2)
SHOWN_WITHIN = timedelta(days=1)
LONGEST = 64 * 1024
_SESSION_KEY = "kept_post"
_NOT_KEPT = {"csrfmiddlewaretoken", FIELD, "once"}
_signer = Signer(salt="ownpath.kept")


def token_for(actor: Actor | None) -> str:
    """Who something was shown to; the same each time, so that a phone knows whose answers it holds."""
    return _signer.sign(str(actor.person_id)) if actor else ""


def form_token_for(actor: Actor | None) -> str:
    """The value of the hidden field that says who a form was shown to, and when."""
    return _signer.sign(f"{actor.person_id}@{int(clock.now().timestamp())}") if actor else ""


def is_of(token: str, actor: Actor) -> bool:
    """Whether a form, or what a phone kept of one, was shown to this actor."""
    return _shown(token)[0] == actor.person_id


def keep(request: HttpRequest, *, leave_out: Collection[str] = ()) -> bool:
    """Keep a posted form whose token is ours, without the fields to leave out. Says whether anything was kept: nothing
    that one person typed is kept in the session of another; and where nobody is signed in nothing of a form that was
    shown more than a day ago, nor more than somebody types.
    """
    if request.method != "POST":
        return False
    user_id, shown_at = _shown(request.POST.get(FIELD, ""))
    actor: Actor | None = getattr(request, "actor", None)
    if user_id is None or (actor is not None and actor.person_id != user_id):
        return False
    if actor is None and shown_at < (clock.now() - SHOWN_WITHIN).timestamp():
        return False
    fields = {name: values for name, values in request.POST.lists() if name not in {*_NOT_KEPT, *leave_out}}
    sealed = seal(user_id, {"path": request.path, "fields": fields})
    if len(sealed) > LONGEST * 2:  # sealing and its letters take up to twice the room
        return False
    if actor is None:
        request.session.set_expiry(WITHIN)
    request.session[_SESSION_KEY] = {"user": str(user_id), "sealed": sealed}
    return True


def is_waiting(request: HttpRequest) -> bool:
    """Whether something is kept, for whoever signs in next to be told so."""
    return _kept(request) is not None


def is_call_for_help(request: HttpRequest) -> bool:
    """Whether what is kept is a press for help, which reached nobody."""
    kept = _kept(request) or {"fields": {}}
    return any(go in QUICK for go in kept["fields"].get("go", ()))


def take_back(request: HttpRequest, actor: Actor | None) -> QueryDict | None:
    """What this actor had typed on this page, or None. It stays kept until the form is saved."""
    kept = _kept(request)
    if kept is None or actor is None or kept["path"] != request.path or kept["user"] != str(actor.person_id):
        return None
    fields = QueryDict(mutable=True)
    for name, values in kept["fields"].items():
        fields.setlist(name, values)
    return fields


def forget(request: HttpRequest) -> None:
    """The form was saved, or somebody else signed in: nothing is kept any longer."""
    request.session.pop(_SESSION_KEY, None)


def forget_unless_of(request: HttpRequest, user_id: UUID) -> None:
    """Somebody signed in: what another person typed is gone, and the session ends when its time is over, whatever is
    done meanwhile.
    """
    request.session.set_expiry(timedelta(seconds=settings.SESSION_COOKIE_AGE))
    held = request.session.get(_SESSION_KEY)
    if held is not None and held["user"] != str(user_id):
        forget(request)


def _kept(request: HttpRequest) -> dict[str, Any] | None:
    held: dict[str, str] | None = request.session.get(_SESSION_KEY)
    # What was kept before words were sealed is not sealed; its session has less than a day to live.
    if held is None or "sealed" not in held:
        return None
    kept = unseal(UUID(held["user"]), held["sealed"], within=WITHIN)
    return kept and {**kept, "user": held["user"]}


def _shown(token: str) -> tuple[UUID | None, int]:
    """Who a token was shown to, and at which second; None for a token that is not ours."""
    try:
        user_id, _, moment = _signer.unsign(token).partition("@")
        return UUID(user_id), int(moment or 0)
    except (BadSignature, ValueError):
        return None, 0
