"""The local offer."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.people import queries as people
from ownpath.people.enums import CareLeaverStatus
from ownpath.support.enums import OfferHeading
from ownpath.support.models import OfferEntry, Standards

from .standards import standards


@dataclass(frozen=True, slots=True)
class Offer:
    """What one can get under one heading: by law, on top, and what is for others."""

    heading: OfferHeading
    rights: list[OfferEntry]
    extras: list[OfferEntry]
    for_others: list[OfferEntry]


@dataclass(frozen=True, slots=True)
class MyOffer:
    """What one can get by heading, at which age, and as what in law, where somebody has written that down."""

    age: int
    status: CareLeaverStatus | None
    headings: list[Offer]


def offer_entry(*, actor: Actor, entry_id: UUID) -> OfferEntry:
    """One entry of the offer of the actor's authority, as it is now; raises `NotVisible`. One query."""
    found = OfferEntry.objects.filter(authority_id=actor.authority_id, retired_at=None, pk=entry_id).first()
    if found is None:
        raise NotVisible
    return found


def my_offer(*, actor: Actor) -> MyOffer:
    """What the actor's authority offers to somebody of their age and status, without headings that hold nothing.

    What is for others stays to be read and asked for: nobody should be told "no" by a computer. Raises `NotVisible` for
    somebody without a record of their own. Four queries.
    """
    person = people.young_person(actor=actor, young_person_id=actor.young_person_id)
    age, status = person.age_on(clock.today()), people.status_of(actor=actor, young_person_id=person.pk)
    rows = list(_now(actor))
    found = [_under(heading, rows, age, status) for heading in _headings(standards(actor=actor))]
    return MyOffer(age, status, [one for one in found if one.rights or one.extras or one.for_others])


def whole_offer(*, actor: Actor) -> list[OfferEntry]:
    """Every entry as it is now, for staff, by heading; else `NotAllowed`. One query."""
    require(may(actor, Permission.WORK_WITH))
    places = {heading.value: place for place, heading in enumerate(OfferHeading)}
    return sorted(_now(actor), key=lambda entry: (places[entry.heading], entry.place))


def _now(actor: Actor) -> Iterable[OfferEntry]:
    return OfferEntry.objects.filter(authority_id=actor.authority_id, retired_at=None).order_by("place")


def _headings(promised: Standards) -> list[OfferHeading]:
    return [heading for heading in OfferHeading if heading != OfferHeading.MONEY or promised.shows_money_skills]


def _under(heading: OfferHeading, rows: list[OfferEntry], age: int, status: CareLeaverStatus | None) -> Offer:
    here = [row for row in rows if row.heading == heading]
    mine = [row for row in here if row.is_for(age, status)]
    return Offer(
        heading=heading,
        rights=[row for row in mine if row.is_right],
        extras=[row for row in mine if not row.is_right],
        for_others=[row for row in here if row not in mine],
    )
