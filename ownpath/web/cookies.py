"""Cookies that say one thing about a device, and nothing about anybody."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpResponseBase


def keep(response: HttpResponseBase, name: str, lasting: timedelta) -> None:
    """The device says this for that long."""
    response.set_cookie(
        name, "1", max_age=lasting, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax"
    )


def forget(response: HttpResponseBase, name: str) -> None:
    """The device says it no longer."""
    response.delete_cookie(name, samesite="Lax")
