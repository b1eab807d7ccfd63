"""A new adviser has not read yet what they wrote about themselves before: they should not have to tell it again."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Subquery
from django.utils.translation import gettext as _

from ownpath.about_me.models import Reading, Told
from ownpath.attention.enums import ReasonKind
from ownpath.attention.reason import Reason
from ownpath.core import clock
from ownpath.people.models import Allocation


def known() -> dict[str, Any]:
    """The adviser of now who came after each person wrote, and never said that they have read it; and since when. It
    ends with the first reading: what changes later is marked where it stands.
    """
    told = Told.objects.filter(young_person=OuterRef("young_person"))
    read = Reading.objects.filter(young_person=OuterRef("young_person"), reader=OuterRef("adviser"))
    new = Allocation.objects.filter(
        Exists(told.standing()),
        Exists(told.filter(began_at__lt=OuterRef("began_at"))),
        ~Exists(read),
        young_person=OuterRef("pk"),
        ended_at=None,
    ).order_by()
    return {
        "new_adviser": Subquery(new.values("adviser__name")[:1]),
        "new_adviser_since": Subquery(new.values("began_at")[:1]),
    }


def reason(person: Any, today: date) -> Reason | None:
    """Their adviser of now is new, and has not read it."""
    if person.new_adviser_since is None:
        return None
    sentence = _("%(adviser)s is their new adviser, and has not read yet what they wrote about themselves.")
    return Reason(
        kind=ReasonKind.ABOUT_ME,
        young_person_id=person.pk,
        since=clock.day_of(person.new_adviser_since),
        sentence=sentence % {"adviser": person.new_adviser},
    )
