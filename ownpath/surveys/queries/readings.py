"""Who of the service has read what a young person shared."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from django.db.models import Case, Exists, OuterRef, Q, Subquery, When

from ownpath.core.actor import Actor
from ownpath.people import queries as people
from ownpath.surveys.models import AnswerReading, AreaAnswer
from ownpath.surveys.rules import can_answer


@dataclass(frozen=True, slots=True)
class Reader:
    """Who read it first, when, and why they said that nobody needs to speak about it, if they did."""

    name: str
    read_at: datetime
    no_contact_reason: str = ""


@dataclass(frozen=True, slots=True)
class WhoHasRead:
    """When a young person last shared something new, and who has opened it since: the first of them, or whoever said
    why nobody needs to speak about it. Nobody where `reader` is None.
    """

    shared_at: datetime
    reader: Reader | None = None
    typed_by: str = ""

    @classmethod
    def of(cls, row: Any) -> Self | None:
        """From a row that was read with `reading_columns`; None without one, and where nothing is shared."""
        if row is None or row.last_shared_at is None:
            return None
        reader = Reader(row.read_by, row.read_at, row.no_contact_reason) if row.read_at else None
        return cls(row.last_shared_at, reader, row.typed_by or "")


def not_read_by(*, actor: Actor) -> Q:
    """Of shared answers: those that the actor has not opened since they could read them. It asks nothing itself."""
    read_since = AnswerReading.objects.filter(
        young_person=OuterRef("young_person"), reader_id=actor.user_id, read_at__gte=OuterRef("shared_at")
    )
    return Q(~Exists(read_since))


def reading_columns(*, actor: Actor, whose: str) -> dict[str, Any]:
    """What to read along with rows of the actor's own record, whose young person is in the column `whose`, so that
    `WhoHasRead.of` can tell. It asks nothing itself; on a lent device it finds nothing.
    """
    is_visible = Q() if can_answer(actor) and actor.sitting_id is None else Q(pk__in=[])
    answers = AreaAnswer.objects.readable().filter(is_visible, young_person=OuterRef(whose)).order_by("-shared_at")
    since = AnswerReading.objects.filter(young_person=OuterRef(whose), read_at__gte=OuterRef("last_shared_at"))
    first = since.order_by(Case(When(no_contact_reason="", then=1), default=0), "read_at")
    return {
        "last_shared_at": Subquery(answers.values("shared_at")[:1]),
        "typed_by": Subquery(answers.values("response__paper__entered_by__name")[:1]),
        "read_by": Subquery(first.values("reader__name")[:1]),
        "read_at": Subquery(first.values("read_at")[:1]),
        "no_contact_reason": Subquery(first.values("no_contact_reason")[:1]),
    }


def who_has_read(*, actor: Actor) -> WhoHasRead | None:
    """Whether somebody has read what the actor shared last; None where there is nothing to read, on a lent device, and
    for anybody but a young person. One query.
    """
    own = people.young_people(actor=actor).filter(pk=actor.young_person_id)
    return WhoHasRead.of(own.annotate(**reading_columns(actor=actor, whose="pk")).first())
