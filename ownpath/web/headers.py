"""What every answer says to the browser, static files, errors and redirects included."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotFound

HEADERS = {
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class HeadersMiddleware:
    """First of all, so that no answer is made outside it. The list of static files is nobody's business."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        is_list = request.path == f"{settings.STATIC_URL}staticfiles.json"
        response = HttpResponseNotFound() if is_list else self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response
