"""Whether the service can work."""

from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django.views import View

from ownpath.core import health
from ownpath.organisations import row_security
from ownpath.web.access import Public


class Health(View):
    """For the machine that watches: 200 while the database answers and keeps authorities apart, else 503."""

    access = Public("A monitor asks without signing in; it learns nothing about anybody.", on_lent_device=True)

    def get(self, request: HttpRequest) -> JsonResponse:
        """`{"status": "ok", "database": "ok"}`."""
        try:
            health.check_database()
            is_unsafe = row_security.fault() is not None
        except DatabaseError:
            return JsonResponse({"status": "failing", "database": "not answering"}, status=503)
        if is_unsafe:
            return JsonResponse({"status": "failing", "database": "authorities are not kept apart"}, status=503)
        return JsonResponse({"status": "ok", "database": "ok"})
