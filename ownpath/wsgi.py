"""The WSGI application that the server loads."""

import os
from contextlib import suppress

from django.apps import apps
from django.core.wsgi import get_wsgi_application

from ownpath.core.waiting import let_nobody_wait_long

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ownpath.settings.production")
application = get_wsgi_application()


def _refuse_unsafe_database() -> None:
    """Before anybody is served; while the database is away its health says so instead."""
    from django.db import OperationalError, connection

    from ownpath.organisations import row_security

    if connection.vendor != "postgresql":
        return
    with suppress(OperationalError):
        row_security.refuse_if_unsafe()
    connection.close()  # the workers open their own


let_nobody_wait_long()
if not apps.is_installed("ownpath.demonstration"):
    _refuse_unsafe_database()
