"""Not in touch for longer than was agreed. Trying does not count as being in touch."""

from datetime import date
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from ownpath.attention import days
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.people.enums import ContactResult
from ownpath.people.models import Contact


def known() -> dict[str, Any]:
    """The latest contact of each person, and how many days apart was agreed with them and is usual here."""
    return {
        "latest_contact": Subquery(_reached().values("at")[:1]),
        "agreed_days": F("contact_every_days"),
        "usual_days": F("authority__contact_every_days"),
    }


def _reached() -> QuerySet[Contact]:
    return Contact.objects.filter(young_person=OuterRef("pk"), result=ContactResult.REACHED).order_by("-at")


def reason(person: Any, today: date) -> Reason | None:
    """Their last contact is more days ago than agreed with them or, where nothing was agreed, than is usual here.
    Somebody never reached counts from the day their record began.
    """
    since = clock.day_of(person.latest_contact) if person.latest_contact else person.joined_date
    every = person.agreed_days or person.usual_days
    if (today - since).days <= every:
        return None
    if person.latest_contact:
        sentence = _("We have not been in touch since %(day)s.")
    else:
        sentence = _("We have not been in touch since their record began on %(day)s.")
    standard = _("We agreed on %(every)s.") if person.agreed_days else _("We aim for %(every)s.")
    about = {"day": days.named(since, today), "every": days.every(every)}
    return Reason(
        kind=ReasonKind.CONTACT,
        young_person_id=person.pk,
        since=since,
        sentence=f"{sentence % about} {standard % about}",
    )
