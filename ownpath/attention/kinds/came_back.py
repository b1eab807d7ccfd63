"""Came back after their record had ended, and nobody has spoken with them yet."""

from datetime import date
from typing import Any

from django.db.models import Max, OuterRef, Subquery
from django.utils.translation import gettext as _

from ownpath.attention import days
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.people.enums import ContactResult, ContactWay
from ownpath.people.models import Contact, RecordEnd


def known() -> dict[str, Any]:
    """When each person last came back, and when somebody last spoke with them."""
    ends = RecordEnd.objects.filter(young_person=OuterRef("pk"), came_back=True).order_by()
    reached = Contact.objects.filter(young_person=OuterRef("pk"), result=ContactResult.REACHED)
    spoken = reached.exclude(way=ContactWay.MESSAGE).order_by("-at")
    return {
        "came_back_at": Subquery(ends.values("young_person").annotate(at=Max("reopened_at")).values("at")),
        "spoken_at": Subquery(spoken.values("at")[:1]),
    }


def reason(person: Any, today: date) -> Reason | None:
    """From the moment on until somebody has spoken with them; a message is not enough."""
    if person.came_back_at is None or (person.spoken_at and person.spoken_at >= person.came_back_at):
        return None
    day = clock.day_of(person.came_back_at)
    return Reason(
        kind=ReasonKind.CAME_BACK,
        young_person_id=person.pk,
        since=day,
        sentence=_("Came back %(on_day)s. Nobody has spoken to them since.") % {"on_day": days.on(day, today)},
    )
