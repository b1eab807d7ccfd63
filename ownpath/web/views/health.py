"""Whether the service can work."""

from dataclasses import asdict

from django.http import HttpRequest, JsonResponse
from django.views import View

from ownpath.core import health
from ownpath.core.waiting import AWAY
from ownpath.organisations import row_security
from ownpath.web.access import Public


class Health(View):
    """For the machine that watches: 200 while all is well, else 503. It is answered within a second, and says of
    reading, writing and due work how each is.
    """

    access = Public(
        "A monitor asks without signing in; it learns nothing about anybody.",
        on_lent_device=True,
        without_database=True,
    )

    def get(self, request: HttpRequest) -> JsonResponse:
        """`{"status": "ok", "reading": "ok", "writing": "ok", "due_work": "ok", "due_work_seconds": 12}`."""
        found = health.look()
        try:
            if found.reading == health.OK and row_security.fault() is not None:
                found.reading = "authorities are not kept apart"
        except AWAY:
            found.reading = health.FAILING
        status = "ok" if found.is_good else "failing"
        response = JsonResponse({"status": status} | asdict(found), status=200 if found.is_good else 503)
        response.headers["Cache-Control"] = "no-store"
        return response
