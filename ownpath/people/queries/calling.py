"""Whom a young person can reach."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ownpath.accounts.cover import works_as_adviser
from ownpath.accounts.models import FacePhoto, Membership, User, bytes_of_face
from ownpath.accounts.queries import cover_now
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.models import Allocation, YoungPerson

from .records import allocation_now, young_people


@dataclass(frozen=True, slots=True)
class Reach:
    """Somebody of the service as a young person reaches them: a name, a phone, how and when in their own words, and
    whose face can be shown, where they show it.
    """

    name: str
    phone: str = ""
    words: str = ""
    face_of: UUID | None = None

    @classmethod
    def of(cls, user: User) -> "Reach":
        """How to reach this member of staff. No query where the membership and its face are at hand."""
        member: Membership | None = getattr(user, "membership", None)
        if member is None:
            return cls(user.name)
        return cls(user.name, member.phone, member.reach_words, user.pk if hasattr(member, "face") else None)


@dataclass(frozen=True, slots=True)
class WhoToCall:
    """A young person with their authority, their adviser where they have one and, while that adviser is away, until
    when, who is there instead and until when that is them.
    """

    young_person: YoungPerson
    adviser: str = ""
    adviser_phone: str = ""
    adviser_words: str = ""
    adviser_face_of: UUID | None = None
    away_until: date | None = None
    cover: Reach | None = None
    cover_until: date | None = None
    has_left: bool = False

    @property
    def is_nobody_there(self) -> bool:
        """Their adviser is away or has left, and nobody is there instead: the authority is who they turn to."""
        return (self.has_left or self.away_until is not None) and self.cover is None


def who_to_call(*, actor: Actor) -> WhoToCall:
    """The actor's own adviser of now and who is there while they are away, with how to reach them, and their
    authority. Raises `NotVisible` for somebody without a record of their own. Two queries, one without an adviser.
    """
    people = young_people(actor=actor).annotate(now=allocation_now())
    whole = people.select_related("authority", "now__adviser__membership__face").defer(*bytes_of_face("now__adviser"))
    whom = whole.filter(pk=actor.young_person_id).first()
    if whom is None:
        raise NotVisible
    allocation: Allocation | None = getattr(whom, "now", None)
    if allocation is None:
        return WhoToCall(whom)
    adviser = Reach.of(allocation.adviser)
    now = cover_now(actor=actor, user_id=allocation.adviser_id)
    return WhoToCall(
        whom,
        adviser=adviser.name,
        adviser_phone=adviser.phone,
        adviser_words=adviser.words,
        adviser_face_of=adviser.face_of,
        away_until=now.away_until if now else None,
        cover=Reach.of(now.there) if now and now.there else None,
        cover_until=now.there_until if now and now.there else None,
        has_left=not works_as_adviser(allocation.adviser),
    )


def face(*, actor: Actor, user_id: UUID) -> FacePhoto:
    """The face of the actor's own adviser of now, or of whoever covers for them today, with its bytes; raises
    `NotVisible` for anybody else's, and where none is shown. Three queries.
    """
    who = who_to_call(actor=actor)
    if user_id not in (who.adviser_face_of, who.cover.face_of if who.cover else None):
        raise NotVisible
    return FacePhoto.objects.get(membership__user_id=user_id)
