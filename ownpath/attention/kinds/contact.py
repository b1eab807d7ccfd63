"""Not in touch for longer than was agreed. Trying does not count as being in touch."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from ownpath.attention import days
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.people.enums import ContactResult
from ownpath.people.models import Contact, YoungPerson


def find(people: QuerySet[YoungPerson], today: date) -> list[Reason]:
    """A reason for each person whose last contact is more days ago than agreed with them or, where nothing was
    agreed, than their authority sets itself. Somebody never reached counts from the day they joined. One query.
    """
    rows = people.annotate(
        latest=Subquery(_reached().values("at")[:1]),
        agreed=Coalesce(F("contact_every_days"), F("authority__contact_every_days")),
    ).values_list("pk", "latest", "joined_date", "agreed")
    found = (_reason(pk, latest, joined, agreed, today) for pk, latest, joined, agreed in rows)
    return [reason for reason in found if reason is not None]


def _reached() -> QuerySet[Contact]:
    return Contact.objects.filter(young_person=OuterRef("pk"), result=ContactResult.REACHED).order_by("-at")


def _reason(young_person_id: UUID, latest: datetime | None, joined: date, agreed: int, today: date) -> Reason | None:
    since = clock.day_of(latest) if latest else joined
    if (today - since).days <= agreed:
        return None
    if latest:
        sentence = _("We have not been in touch since %(day)s; we agreed %(every)s.")
    else:
        sentence = _("We have not been in touch yet since joining on %(day)s; we agreed %(every)s.")
    return Reason(
        kind=ReasonKind.CONTACT,
        young_person_id=young_person_id,
        since=since,
        sentence=sentence % {"day": days.named(since, today), "every": days.every(agreed)},
    )
