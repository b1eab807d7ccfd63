"""Ending sessions from the machine: a phone was stolen, or somebody may have got in."""

from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session


def end_all() -> int:
    """Everybody is signed out, and every device that was handed over is nobody's. Returns how many sessions ended."""
    return Session.objects.all().delete()[0]


def end_of(user_id: UUID) -> int:
    """This person is signed out wherever they are signed in. Returns how many sessions ended; reads each there is."""
    theirs = [
        session.pk for session in Session.objects.iterator() if session.get_decoded().get(SESSION_KEY) == str(user_id)
    ]
    return Session.objects.filter(pk__in=theirs).delete()[0]
