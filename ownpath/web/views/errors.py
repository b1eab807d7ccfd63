"""What people see when something went wrong: what happened, that nothing was lost, what to do next."""

import logging
import sys
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from ownpath.core.waiting import AWAY
from ownpath.web import kept

logger = logging.getLogger(__name__)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: the page is not there, or is not theirs to see; the two look the same."""
    return render(request, "errors/not_found.html", status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the post was too large or malformed."""
    return render(request, "errors/bad_request.html", status=400)


def server_error(request: HttpRequest, status: int = 500) -> HttpResponse:
    """500, or 503 where the database failed: our fault. Uses nothing that could fail again: no actor, no database. So
    the address alone says whether a young person reads it.
    """
    if status == 500 and isinstance(sys.exception(), AWAY):
        status = 503
    if request.path == "/my/help/":
        return _help_all_the_same(request, status)
    is_my_page = request.path.startswith("/my/")
    return render(None, "errors/server_error.html", {"is_my_page": is_my_page}, status=status)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: something about the request itself was wrong, not who sent it: what they may not see is a 404."""
    return render(request, "errors/forbidden.html", status=403)


def _help_all_the_same(request: HttpRequest, status: int) -> HttpResponse:
    """Who to call, and that nobody was told. While the database is away that is all there is to look at, so it is as
    good an answer as any.
    """
    is_looking = request.method in {"GET", "HEAD"}
    if is_looking and status == 503:
        status = 200
    response = render(None, "errors/help.html", {"is_looking": is_looking}, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def without_database(request: HttpRequest, fault: Exception) -> HttpResponse:
    """503: the database does not answer, or cannot do what was asked. The log names the kind of fault and nothing else:
    a database repeats what it was given.
    """
    logger.error("The database failed: %s.", type(fault).__name__)
    return server_error(request, status=503)


def form_expired(request: HttpRequest, reason: str = "", **_kwargs: Any) -> HttpResponse:
    """The form's token does not fit. Another tab signed in or out: show the form again with what was typed, or where
    somebody is by now. The browser keeps no cookies: say that. Something else: say that nothing was changed.
    """
    if kept.keep(request):
        return HttpResponseRedirect(request.path)
    if settings.CSRF_COOKIE_NAME not in request.COOKIES:
        return render(request, "errors/no_cookies.html", status=403)
    if not reason.startswith("CSRF"):
        return forbidden(request)
    if request.resolver_match is not None and request.resolver_match.view_name in _AT_THE_DOOR:
        return _once_more(request)
    return render(request, "errors/form_expired.html", status=403)


# Short forms of somebody who is not signed in yet: typed again in a moment.
_AT_THE_DOOR = {"account_login", "account_request_login_code", "account_confirm_login_code", "invitation"}


def _once_more(request: HttpRequest) -> HttpResponse:
    is_signed_in = getattr(request, "actor", None) is not None
    if is_signed_in and request.path.startswith(reverse("account_login")):
        return HttpResponseRedirect(reverse("home"))
    messages.info(request, _("This page had been open for a while. Please do that once more."))
    return HttpResponseRedirect(request.path)
