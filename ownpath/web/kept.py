"""What somebody typed when their session had ended: kept for them, and only for them, until they signed in again.

Every form carries a signed token of who it was shown to. A post that arrives without a session is kept with that
token in the new, nameless session; after sign-in it fills the same form again only if the same person signed in. On a
shared phone nobody else ever sees it.
"""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, QueryDict

from ownpath.core.actor import Actor
from ownpath.support.enums import QUICK

FIELD = "typed_by"
_SESSION_KEY = "kept_post"
_NOT_KEPT = {"csrfmiddlewaretoken", FIELD, "once"}
_signer = Signer(salt="ownpath.kept")


def token_for(actor: Actor | None) -> str:
    """The value of the hidden field that says to whom a form was shown."""
    return _signer.sign(str(actor.person_id)) if actor else ""


def is_of(token: str, actor: Actor) -> bool:
    """Whether a form, or what a phone kept of one, was shown to this actor."""
    return _user_of(token) == actor.person_id


def keep(request: HttpRequest, *, leave_out: Collection[str] = ()) -> bool:
    """Keep a posted form whose token is ours, without the fields to leave out. Says whether anything was kept: nothing
    that one person typed is kept in the session of another.
    """
    if request.method != "POST":
        return False
    user_id = _user_of(request.POST.get(FIELD, ""))
    actor: Actor | None = getattr(request, "actor", None)
    if user_id is None or (actor is not None and actor.person_id != user_id):
        return False
    fields = {name: values for name, values in request.POST.lists() if name not in {*_NOT_KEPT, *leave_out}}
    request.session[_SESSION_KEY] = {"path": request.path, "user": str(user_id), "fields": fields}
    return True


def is_waiting(request: HttpRequest) -> bool:
    """Whether something is kept, for whoever signs in next to be told so."""
    return _SESSION_KEY in request.session


def is_call_for_help(request: HttpRequest) -> bool:
    """Whether what is kept is a press for help, which reached nobody."""
    held: dict[str, Any] = request.session.get(_SESSION_KEY, {})
    return any(go in QUICK for go in held.get("fields", {}).get("go", ()))


def take_back(request: HttpRequest, actor: Actor | None) -> QueryDict | None:
    """What this actor had typed on this page, or None. It stays kept until the form is saved."""
    held: dict[str, Any] | None = request.session.get(_SESSION_KEY)
    if held is None or actor is None or held["path"] != request.path or held["user"] != str(actor.person_id):
        return None
    fields = QueryDict(mutable=True)
    for name, values in held["fields"].items():
        fields.setlist(name, values)
    return fields


def forget(request: HttpRequest) -> None:
    """The form was saved, or somebody else signed in: nothing is kept any longer."""
    request.session.pop(_SESSION_KEY, None)


def forget_unless_of(request: HttpRequest, user_id: UUID) -> None:
    """Somebody signed in: what another person typed is gone."""
    held = request.session.get(_SESSION_KEY)
    if held is not None and held["user"] != str(user_id):
        forget(request)


def _user_of(token: str) -> UUID | None:
    try:
        return UUID(_signer.unsign(token))
    except (BadSignature, ValueError):
        return None
