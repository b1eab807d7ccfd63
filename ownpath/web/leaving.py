"""Leaving in a hurry: one press leads to a page that has nothing to do with us, and the way back leads there too.

It must work on any phone, without script and whatever state a form or a session is in. Going on is a refresh of an
empty page, not a redirect: a browser holds a redirect after a form against our content security policy, and some other
site may send on to yet another one.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render

_COOKIE = "left"
_SECONDS = 10 * 60


def leave(*, is_own_phone: bool) -> HttpResponse:
    """Go elsewhere, and note on the phone that somebody has just left: for ten minutes, and not who. On a device that
    was lent nothing is noted: whose it is signs in there next.
    """
    away = settings.QUICK_EXIT_URL
    response = render(None, "public/elsewhere.html", {"away": away, "host": urlsplit(away).hostname})
    if is_own_phone:
        response.set_cookie(
            _COOKIE, "1", max_age=_SECONDS, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
        )
    response.headers["Cache-Control"] = "no-store"
    return response


def elsewhere_instead(request: HttpRequest, *, is_open: bool) -> HttpResponse | None:
    """For somebody signed out who has just left: elsewhere, instead of being asked to sign in; else None.

    `is_open` says that the page needs nobody to be signed in; of these only the way in is kept from them.
    """
    page = request.resolver_match
    is_way_in = page is not None and (page.url_name or "").startswith("account_")
    has_left = bool(request.COOKIES.get(_COOKIE))
    return HttpResponseRedirect(settings.QUICK_EXIT_URL) if has_left and (is_way_in or not is_open) else None


def come_back(request: HttpRequest, response: HttpResponseBase) -> None:
    """Somebody opened the front page or is signed in again: the way in is open as ever."""
    if request.COOKIES.get(_COOKIE) and _COOKIE not in response.cookies:
        response.delete_cookie(_COOKIE, samesite="Lax")
