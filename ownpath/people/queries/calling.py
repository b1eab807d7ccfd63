"""Whom a young person can reach."""

from dataclasses import dataclass
from datetime import date

from ownpath.accounts.models import Absence, Membership, User
from ownpath.accounts.queries import absence_of
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.models import Allocation, YoungPerson

from .records import allocation_now, young_people


@dataclass(frozen=True, slots=True)
class Reach:
    """Somebody of the service as a young person reaches them: a name, a phone, and how and when in their own words."""

    name: str
    phone: str = ""
    words: str = ""

    @classmethod
    def of(cls, user: User) -> "Reach":
        """How to reach this member of staff. No query where the membership is at hand."""
        member: Membership | None = getattr(user, "membership", None)
        return cls(user.name, member.phone, member.reach_words) if member else cls(user.name)


@dataclass(frozen=True, slots=True)
class WhoToCall:
    """A young person with their authority, their adviser where they have one and, while that adviser is away, until
    when and who covers.
    """

    young_person: YoungPerson
    adviser: str = ""
    adviser_phone: str = ""
    adviser_words: str = ""
    away_until: date | None = None
    cover: Reach | None = None


def who_to_call(*, actor: Actor) -> WhoToCall:
    """The actor's own adviser of now and who covers, with how to reach them, and their authority. Raises `NotVisible`
    for somebody without a record of their own. Two queries, one without an adviser.
    """
    people = young_people(actor=actor).annotate(now=allocation_now())
    whom = people.select_related("authority", "now__adviser__membership").filter(pk=actor.young_person_id).first()
    if whom is None:
        raise NotVisible
    allocation: Allocation | None = getattr(whom, "now", None)
    if allocation is None:
        return WhoToCall(whom)
    adviser = Reach.of(allocation.adviser)
    absence: Absence | None = absence_of(actor=actor, user_id=allocation.adviser_id)
    return WhoToCall(
        whom,
        adviser=adviser.name,
        adviser_phone=adviser.phone,
        adviser_words=adviser.words,
        away_until=absence.to_date if absence else None,
        cover=Reach.of(absence.covered_by) if absence else None,
    )
