"""Joined, and somebody who did not invite them has to make sure that it is really them."""

from datetime import date
from typing import Any

from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext as _

from ownpath.attention import days
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.people.models import Joining


def known() -> dict[str, Any]:
    """Since when each person waits to be checked, and when somebody said that it is not them."""
    waiting = Joining.objects.filter(young_person=OuterRef("pk"), undone_at=None, unchecked_since__isnull=False)
    return {
        "unchecked_since": Subquery(waiting.order_by("unchecked_since").values("unchecked_since")[:1]),
        "disputed_at": Subquery(
            waiting.filter(disputed_at__isnull=False).order_by("disputed_at").values("disputed_at")[:1]
        ),
    }


def reason(person: Any, today: date) -> Reason | None:
    """Until it is checked or undone."""
    at = person.disputed_at or person.unchecked_since
    if at is None:
        return None
    sentence = _("Joined %(on_day)s. Someone who didn’t invite them needs to check that it’s really them.")
    if person.disputed_at:
        sentence = _("Someone said %(on_day)s that another person is signing in here. A manager needs to look into it.")
    day = clock.day_of(at)
    return Reason(ReasonKind.JOINING, person.pk, day, sentence % {"on_day": days.on(day, today)})
