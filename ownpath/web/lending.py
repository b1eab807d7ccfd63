"""A device that an adviser handed to a young person: one session ends, another begins, and back again. In between it
is nobody's, and waits for the PIN that the adviser chose when they handed it over.

Nothing of a session outlives the change, so that neither reads anything of the other: not what was typed or kept, not
a message, not a form's token.
"""

from uuid import UUID

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponseBase
from django.middleware.csrf import rotate_token

from ownpath.core.actor import Actor, system
from ownpath.surveys import actions, queries

from . import cookies
from .sign_in import SESSION_AUTHORITY, sign_in

_SITTING, _LENDER, _PIN, _ENDED = "sitting", "lender", "pin", "ended_sitting"
_COOKIE = "lent"


def hand_over(request: HttpRequest, lender: Actor, sitting_id: UUID, pin: str) -> None:
    """The adviser's session ends; the device is the young person's until the adviser types their PIN."""
    _forget_messages(request)
    request.session.flush()
    request.user = AnonymousUser()
    request.session[SESSION_AUTHORITY] = str(lender.authority_id)
    request.session[_SITTING], request.session[_LENDER] = str(sitting_id), lender.name
    request.session[_PIN] = make_password(pin)
    request.session.set_expiry(queries.LONGEST)
    rotate_token(request)


def wait_for_lender(request: HttpRequest) -> None:
    """The young person's session ends; nobody's begins, in which the PIN can be typed and nothing else."""
    _forget_messages(request)
    kept = {name: request.session[name] for name in (SESSION_AUTHORITY, _LENDER, _PIN)}
    sitting_id = request.session[_SITTING]
    request.session.flush()
    request.session.update(kept | {_ENDED: sitting_id})
    request.session.set_expiry(queries.LONGEST)
    rotate_token(request)


def waits_for_lender(request: HttpRequest) -> bool:
    """Whether the device was handed back, and its PIN was not typed yet."""
    return _ENDED in request.session


def try_pin(request: HttpRequest, pin: str) -> actions.TakenBack:
    """What comes of typing this PIN; raises `NotVisible` where it is too late."""
    return actions.take_back(
        actor=system(UUID(request.session[SESSION_AUTHORITY])),
        sitting_id=UUID(request.session[_ENDED]),
        is_right=check_password(pin, request.session[_PIN]),
    )


def take_back(request: HttpRequest, lender: AbstractBaseUser | None) -> None:
    """The adviser's session begins anew, or nobody's where they have to sign in again."""
    _forget_messages(request)
    if lender is None:
        end(request)
    else:
        sign_in(request, lender)


def end(request: HttpRequest) -> None:
    """Nobody is signed in on this device any longer."""
    request.session.flush()
    rotate_token(request)


def is_lent(request: HttpRequest) -> bool:
    """Whether this is the session of a device that was handed over."""
    return _SITTING in request.session


def note_on_device(request: HttpRequest, response: HttpResponseBase) -> None:
    """Let a device that was lent say so itself: leaving in a hurry must know it without asking the database."""
    if is_lent(request) or waits_for_lender(request):
        cookies.keep(response, _COOKIE, queries.LONGEST)
    elif says_it_is_lent(request):
        cookies.forget(response, _COOKIE)


def says_it_is_lent(request: HttpRequest) -> bool:
    """Whether the device says that it was lent."""
    return cookies.says(request, _COOKIE)


def lender_name(request: HttpRequest) -> str:
    """Whose device it is."""
    name: str = request.session.get(_LENDER, "")
    return name


def sitting_actor(request: HttpRequest) -> Actor | None:
    """Who answers on it; None once that is over."""
    authority_id = UUID(request.session[SESSION_AUTHORITY])
    return queries.sitting_actor(actor=system(authority_id), sitting_id=UUID(request.session[_SITTING]))


def _forget_messages(request: HttpRequest) -> None:
    for _message in get_messages(request):
        pass  # reading them is what takes them away
