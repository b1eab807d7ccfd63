"""Cookies that say one thing about a device, and nothing about anybody."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase


def called(name: str) -> str:
    """The name of the cookie; in a real service one that browsers take from this host and over https alone."""
    return f"__Host-{name}" if settings.SESSION_COOKIE_SECURE else name


def says(request: HttpRequest, name: str) -> bool:
    """Whether the device says this."""
    return bool(request.COOKIES.get(called(name)))


def keep(response: HttpResponseBase, name: str, lasting: timedelta) -> None:
    """The device says this for that long."""
    response.set_cookie(
        called(name), "1", max_age=lasting, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
    )


def forget(response: HttpResponseBase, name: str) -> None:
    """The device says it no longer."""
    response.delete_cookie(called(name), samesite="Lax")
