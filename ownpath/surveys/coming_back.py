"""What was shared and nobody has come back to yet.

Somebody comes back to it by opening it and then speaking with the young person: the same person, in that order, and a
message is not enough. Whoever typed an answer in from paper has read it then. Or they say why nobody needs to speak.
"""

from datetime import UTC
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import TruncMinute

from ownpath.people.enums import ContactResult, ContactWay
from ownpath.people.models import Contact

from .models import AnswerReading, AreaAnswer, AreaAnswerQuerySet


def spoken(**values: Any) -> QuerySet[Contact]:
    """The contacts in which the young person of the outer row was spoken with."""
    reached = Contact.objects.filter(young_person=OuterRef("young_person"), result=ContactResult.REACHED, **values)
    return reached.exclude(way=ContactWay.MESSAGE)


def readings() -> QuerySet[AnswerReading]:
    """The times that somebody opened the answer of the outer row."""
    return AnswerReading.objects.filter(young_person=OuterRef("young_person"), read_at__gte=OuterRef("shared_at"))


def waiting() -> AreaAnswerQuerySet:
    """Every answer that staff can read and nobody has come back to. Contacts are noted by the minute."""
    by_reader = spoken(at__gte=OuterRef("read_minute"), recorded_by=OuterRef("reader"))
    closed = readings().annotate(read_minute=TruncMinute("read_at", tzinfo=UTC))
    closed = closed.filter(Exists(by_reader) | ~Q(no_contact_reason=""))
    by_typist = spoken(at__gte=OuterRef("shared_minute"), recorded_by=OuterRef("response__paper__entered_by"))
    rows = AreaAnswer.objects.readable().annotate(shared_minute=TruncMinute("shared_at", tzinfo=UTC))
    return rows.exclude(Exists(closed)).exclude(Exists(by_typist))
