"""Who signs in to a record, how they came to, and who may check that it is really them."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from ownpath.accounts.models import Invitation, User
from ownpath.core import clock
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.people.models import AddressChange, BirthDate, Joining, YoungPerson
from ownpath.people.rules import can_check_joining, can_undo_joining, can_work_with

from .records import young_person

# So long after it ran out an invitation can be read by whoever opens it late: it says who to ask for another.
KEPT_AFTER = timedelta(days=60)


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
        list(_joinings_of(person.pk).exclude(undone_at=None)),
        may_check=can_check_joining(actor, person, who_brought_them(person)),
        may_undo=can_undo_joining(actor, person),
    )


def own_joinings(*, actor: Actor) -> list[Joining]:
    """Every joining of the actor's own record, the latest first, those that were undone too; none for staff. One
    query.
    """
    return list(_joinings_of(actor.young_person_id).order_by("-joined_at", "-pk"))


def own_addresses(*, actor: Actor) -> list[str]:
    """The addresses that sign in to the actor's own record; none for staff. One query."""
    own = Q(young_person=actor.young_person_id) | Q(young_person__merged_into=actor.young_person_id)
    rows = User.objects.filter(own) if actor.young_person_id else User.objects.none()
    return list(rows.order_by("joined_at", "pk").values_list("email", flat=True))


def own_address_changes(*, actor: Actor) -> list[AddressChange]:
    """Each time that the address which signs in to the actor's own record became another one, the latest first; none
    for staff. One query.
    """
    rows = AddressChange.objects.filter(young_person_id=actor.young_person_id)
    return list(rows.order_by("-changed_at", "-pk"))


def own_birth_dates(*, actor: Actor) -> list[BirthDate]:
    """Each time that somebody put the actor's own date of birth right, the latest first; none for staff. One query."""
    rows = BirthDate.objects.filter(young_person_id=actor.young_person_id)
    return list(rows.select_related("written_by").order_by("-written_at", "-pk"))


def old_invitations(*, actor: Actor) -> QuerySet[Invitation]:
    """The invitations of the actor's authority, to young people and to staff, that ran out long ago unused; for the
    system.
    """
    require(actor.is_system)
    ran_out = Invitation.objects.filter(accepted_at=None, expires_at__lt=clock.now() - KEPT_AFTER)
    return ran_out.filter(authority_id=actor.authority_id)


def who_brought_them(person: YoungPerson) -> set[UUID]:
    """Who invited any account of a record, or wrote an address that one joined with: they check none of them. Two
    queries.
    """
    found: set[UUID | None] = set()
    for pair in _joinings_of(person.pk).values_list("invited_by_id", "address_by_id"):
        found.update(pair)
    records = YoungPerson.objects.filter(Q(pk=person.pk) | Q(merged_into_id=person.pk))
    for pair in records.values_list("invitation__invited_by_id", "address_by_id"):
        found.update(pair)
    return {who for who in found if who is not None}


def _users_of(person: YoungPerson) -> QuerySet[User]:
    return User.objects.filter(Q(young_person=person) | Q(young_person__merged_into=person))


def _joinings_of(young_person_id: UUID | None) -> QuerySet[Joining]:
    rows = Joining.objects.filter(young_person_id=young_person_id)
    return rows.select_related("invited_by", "checked_by", "undone_by").order_by("joined_at", "pk")
