"""Leaving in a hurry: one press leads to a page that has nothing to do with us, and the way back leads there too.

It must work on any phone, without script and whatever state a form, a session or the database is in. Going on is a
refresh of an empty page, not a redirect: a browser holds a redirect after a form against our content security policy,
and some other site may send on to yet another one.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from importlib import import_module
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render

from ownpath.core.waiting import briefly

from . import cookies, lending

_COOKIE = "left"
_LASTING = timedelta(minutes=10)


def leave(request: HttpRequest) -> HttpResponse:
    """Go elsewhere, and let the phone forget who was signed in. The session itself ends after the answer has gone out:
    whatever becomes of that, nobody waits for it.

    That somebody has just left is noted on the phone for ten minutes, and not who. On a device that was lent it is not:
    whose it is signs in there next. Nor where some other site pressed: that signs somebody out and does no more.
    """
    away = settings.QUICK_EXIT_URL
    response = render(None, "public/elsewhere.html", {"away": away, "host": urlsplit(away).hostname})
    if not lending.says_it_is_lent(request) and not _is_pressed_elsewhere(request):
        cookies.keep(response, _COOKIE, _LASTING)
    if key := request.COOKIES.get(settings.SESSION_COOKIE_NAME):
        response.delete_cookie(
            settings.SESSION_COOKIE_NAME,
            path=settings.SESSION_COOKIE_PATH,
            domain=settings.SESSION_COOKIE_DOMAIN,
            samesite="Lax",
        )
        _after(response, partial(_end_session, key))
    response.headers["Cache-Control"] = "no-store"
    return response


def elsewhere_instead(request: HttpRequest, *, is_open: bool) -> HttpResponse | None:
    """For somebody signed out who has just left: elsewhere, instead of being asked to sign in; else None.

    `is_open` says that the page needs nobody to be signed in; of these only the way in is kept from them.
    """
    page = request.resolver_match
    is_way_in = page is not None and (page.url_name or "").startswith("account_")
    return HttpResponseRedirect(settings.QUICK_EXIT_URL) if _has_left(request) and (is_way_in or not is_open) else None


def elsewhere_without_database(request: HttpRequest) -> HttpResponse | None:
    """The same while nobody can be known: from every page but the front one."""
    return HttpResponseRedirect(settings.QUICK_EXIT_URL) if _has_left(request) and request.path_info != "/" else None


def come_back(request: HttpRequest, response: HttpResponseBase) -> None:
    """Somebody opened the front page or is signed in again: the way in is open as ever."""
    if _has_left(request) and cookies.called(_COOKIE) not in response.cookies:
        cookies.forget(response, _COOKIE)


def _has_left(request: HttpRequest) -> bool:
    return cookies.says(request, _COOKIE)


def _is_pressed_elsewhere(request: HttpRequest) -> bool:
    """Whether the browser says that a page of some other site pressed. An old one says nothing: that was ours."""
    fetched = request.headers.get("Sec-Fetch-Site")
    if fetched is not None:
        return fetched not in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).hostname != urlsplit(f"//{request.get_host()}").hostname


def _end_session(key: str) -> None:
    with briefly():
        import_module(settings.SESSION_ENGINE).SessionStore(key).delete()


def _after(response: HttpResponse, act: Callable[[], object]) -> None:
    """Do it once the answer has gone out. What fails then is let go: there is nobody left to tell."""
    response._resource_closers.append(act)  # type: ignore[attr-defined] # Django's own way for files and streams
