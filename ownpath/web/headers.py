"""What every answer says to the browser, static files, errors and redirects included."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotFound
from django.utils.csp import CSP, build_policy

HEADERS = {
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class HeadersMiddleware:
    """First of all, so that no answer is made outside it. The list of static files is nobody's business.

    What was answered before a policy of content was set, a static file for instance, gets the one of our pages.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        is_list = request.path == f"{settings.STATIC_URL}staticfiles.json"
        response = HttpResponseNotFound() if is_list else self.get_response(request)
        policy = {str(CSP.HEADER_ENFORCE): build_policy(settings.SECURE_CSP)}
        for name, value in (HEADERS | policy).items():
            response.headers.setdefault(name, value)
        return response
