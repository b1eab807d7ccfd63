"""Every answer counted: which side of the service, how it went and how long it took."""

import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from ownpath.core.metrics import REQUESTS, SECONDS

SIDES = ("my", "staff", "health", "static")
METHODS = ("GET", "HEAD", "POST")


class MetricsMiddleware:
    """Outermost, so that what fails below is counted too. The address itself is never kept: it may name a record."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.perf_counter()
        response = self.get_response(request)
        first = request.path_info[1:].partition("/")[0]
        side = first if first in SIDES else "public"
        method = request.method if request.method in METHODS else "other"
        REQUESTS.labels(side, method, f"{response.status_code // 100}xx").inc()
        SECONDS.labels(side).observe(time.perf_counter() - began)
        return response
