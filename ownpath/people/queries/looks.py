"""Who has looked at a record, from the audit: the one page that it drives."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Min
from django.db.models.functions import TruncDate

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.core.models import AuditEvent
from ownpath.people.merging import about

from .records import young_person


@dataclass(frozen=True, slots=True)
class Look:
    """That somebody opened pages of a record on one day: who, in what role, and the names of the pages' routes, as they
    were first opened.
    """

    day: date
    name: str
    role: str
    pages: tuple[str, ...]
    is_own: bool = False


def looks(*, actor: Actor) -> list[Look]:
    """Who opened pages of the actor's own record, the newest day first: one line for each day, person and role.

    All of them; each page is counted once a day for each person. Raises `NotVisible` for somebody without a
    record of their own. Three queries.
    """
    whom = young_person(actor=actor, young_person_id=actor.young_person_id)
    views = AuditEvent.objects.filter(about(whom.pk), kind=AuditEvent.Kind.VIEW)
    on_a_day = views.values("actor_id", "actor_role", "verb", day=TruncDate("at", tzinfo=clock.LONDON))
    pages: dict[tuple[date, UUID | None, str], list[str]] = {}
    for view in on_a_day.annotate(first=Min("at")).order_by("-day", "first", "verb"):
        pages.setdefault((view["day"], view["actor_id"], view["actor_role"]), []).append(view["verb"])
    people = User.objects.filter(pk__in={who for _, who, _ in pages})
    names: dict[UUID | None, str] = {person.pk: person.name for person in people}
    return [
        Look(day, names.get(who, ""), role, tuple(seen), is_own=who == actor.user_id)
        for (day, who, role), seen in pages.items()
    ]
