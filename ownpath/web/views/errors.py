"""What people see when something went wrong: what happened, that nothing was lost, what to do next."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from ownpath.web import kept


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: the page is not there, or is not theirs to see; the two look the same."""
    return render(request, "errors/not_found.html", status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the post was too large or malformed."""
    return render(request, "errors/bad_request.html", status=400)


def server_error(request: HttpRequest, status: int = 500) -> HttpResponse:
    """500, or 503 while the database is away: our fault. Uses nothing that could fail again: no actor, no database. So
    the address alone says whether a young person reads it.
    """
    is_my_page = request.path.startswith("/my/")
    return render(None, "errors/server_error.html", {"is_my_page": is_my_page}, status=status)


def form_expired(request: HttpRequest, reason: str = "", **_kwargs: Any) -> HttpResponse:
    """The form's token is out of date (another tab signed in or out): show the form again with what was typed."""
    if kept.keep(request):
        return HttpResponseRedirect(request.path)
    return render(request, "errors/form_expired.html", status=403)
