"""Who signs in to a record, how they came to, and who may check that it is really them."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from ownpath.accounts.models import User
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.people.models import Joining, YoungPerson
from ownpath.people.rules import can_check_joining, can_undo_joining, can_work_with

from .records import young_person


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who signs in to a record, and how they joined; None where they joined before that was kept."""

    user: User
    joining: Joining | None

    @property
    def waits(self) -> bool:
        """Whether somebody still has to check that it is really them."""
        return self.joining is not None and self.joining.waits


@dataclass(frozen=True, slots=True)
class Joinings:
    """The accounts that sign in to a record, the joinings that were undone, and what the actor may do about them."""

    young_person: YoungPerson
    accounts: list[Account]
    undone: list[Joining]
    may_check: bool
    may_undo: bool

    @property
    def waiting(self) -> list[Account]:
        """Those that somebody has to check."""
        return [account for account in self.accounts if account.waits]


def accounts_of(person: YoungPerson) -> list[Account]:
    """The accounts that sign in to a record that the actor is known to see, the earliest first. One query."""
    rows = _users_of(person).select_related("joining__invited_by", "joining__checked_by")
    return [Account(user, getattr(user, "joining", None)) for user in rows.order_by("joined_at", "pk")]


def joinings(*, actor: Actor, young_person_id: UUID) -> Joinings:
    """For staff who work with the young person; raises `NotVisible`. Five queries."""
    person = young_person(actor=actor, young_person_id=young_person_id)
    require(can_work_with(actor, person))
    return Joinings(
        person,
        accounts_of(person),
        list(_joinings_of(person).exclude(undone_at=None)),
        may_check=can_check_joining(actor, person, who_brought_them(person)),
        may_undo=can_undo_joining(actor, person),
    )


def own_joinings(*, actor: Actor) -> list[Joining]:
    """Every joining of the actor's own record, the latest first, those that were undone too. Raises `NotVisible` for
    somebody without a record of their own. Two queries.
    """
    person = young_person(actor=actor, young_person_id=actor.young_person_id)
    return list(_joinings_of(person).order_by("-joined_at", "-pk"))


def who_brought_them(person: YoungPerson) -> set[UUID]:
    """Who invited any account of a record, or wrote an address that one joined with: they check none of them. Two
    queries.
    """
    found: set[UUID | None] = set()
    for pair in _joinings_of(person).values_list("invited_by_id", "address_by_id"):
        found.update(pair)
    records = YoungPerson.objects.filter(Q(pk=person.pk) | Q(merged_into_id=person.pk))
    for pair in records.values_list("invitation__invited_by_id", "address_by_id"):
        found.update(pair)
    return {who for who in found if who is not None}


def _users_of(person: YoungPerson) -> QuerySet[User]:
    return User.objects.filter(Q(young_person=person) | Q(young_person__merged_into=person))


def _joinings_of(person: YoungPerson) -> QuerySet[Joining]:
    rows = Joining.objects.filter(young_person=person)
    return rows.select_related("invited_by", "checked_by", "undone_by").order_by("joined_at", "pk")
