"""Whether the database answers."""

from django.db import connection


def check_database() -> None:
    """Ask the database for a 1; raises `django.db.DatabaseError` when it does not answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
