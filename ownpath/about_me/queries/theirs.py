"""What young people wrote about themselves, for those who work with them; as it stands now, never as it was."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from ownpath.about_me.enums import Heading
from ownpath.about_me.models import Reading, Told, ToldQuerySet
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.people.queries import young_people, young_person

from .reaching import SafeContact, safe_contact_in


@dataclass(frozen=True, slots=True)
class Part:
    """One heading with what stands there, and whether that is new since the actor said that they had read it."""

    told: Told
    is_new: bool

    @property
    def contact(self) -> SafeContact:
        """What it says about reaching them, where it is the heading for that."""
        return safe_contact_in([self.told])


@dataclass(frozen=True, slots=True)
class AboutThem:
    """What somebody wrote, when the actor last said that they had read it, and the newest of what stands there."""

    young_person: YoungPerson
    parts: list[Part]
    read_at: datetime | None
    newest: Told | None

    @property
    def is_unread(self) -> bool:
        """Whether anything stands there that the actor has not said they have read."""
        return any(part.is_new for part in self.parts)


@dataclass(frozen=True, slots=True)
class Brief:
    """What a page about somebody says first: whether there is something to read, whether the actor has read any of it
    or all, and how to reach them safely.
    """

    is_written: bool
    is_unread: bool
    was_read: bool
    contact: SafeContact


def about_them(*, actor: Actor, young_person_id: UUID) -> AboutThem:
    """For staff who work with the young person; raises `NotVisible`. Three queries."""
    whose = young_person(actor=actor, young_person_id=young_person_id)
    told = {row.heading: row for row in _standing(actor).filter(young_person=whose)}
    last = _readings(actor).filter(young_person=whose).select_related("up_to").order_by("up_to__began_at").last()
    seen = last.up_to.began_at if last else None
    parts = [
        Part(told[heading], seen is None or told[heading].began_at > seen) for heading in Heading if heading in told
    ]
    newest = max(told.values(), key=lambda row: row.began_at, default=None)
    return AboutThem(whose, parts, last.read_at if last else None, newest)


def brief(*, actor: Actor, young_person_id: UUID) -> Brief:
    """For staff who work with the young person; raises `NotVisible`. Three queries."""
    about = about_them(actor=actor, young_person_id=young_person_id)
    return Brief(
        is_written=bool(about.parts),
        is_unread=about.is_unread,
        was_read=about.read_at is not None,
        contact=safe_contact_in(part.told for part in about.parts),
    )


def marked_unread(people: QuerySet[YoungPerson], *, actor: Actor) -> QuerySet[YoungPerson]:
    """These young people, each with `is_unread`: whether the actor has not said that they have read what stands there
    now. It asks nothing itself and opens nobody: `people` are those whom the actor may see.
    """
    read = Reading.objects.filter(
        young_person=OuterRef("young_person"), reader_id=actor.user_id, up_to__began_at__gte=OuterRef("began_at")
    )
    not_read = Told.objects.standing().filter(~Exists(read), young_person=OuterRef("pk"))
    return people.annotate(is_unread=Exists(not_read))


def _standing(actor: Actor) -> ToldQuerySet:
    return Told.objects.filter(young_person__in=young_people(actor=actor)).standing()


def _readings(actor: Actor) -> QuerySet[Reading, Any]:
    return Reading.objects.filter(young_person__in=young_people(actor=actor), reader_id=actor.user_id)
