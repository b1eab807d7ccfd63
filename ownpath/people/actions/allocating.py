"""Giving young people an adviser, and another one. Each change ends a dated row and begins the next."""

from collections.abc import Iterable
from uuid import UUID

from ownpath.accounts.models import User
from ownpath.accounts.queries import advisers
from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.core.versions import StaleEdit
from ownpath.people.models import Allocation, YoungPerson
from ownpath.people.rules import can_allocate

from .holding import hold


@action
def allocate(
    *, actor: Actor, young_person_id: UUID, adviser_id: UUID, instead_of: UUID | None = None
) -> Audited[Allocation]:
    """Give a young person an adviser, or another one: a manager. The same one again changes nothing.

    `instead_of` is the adviser whom the actor saw there, None for nobody; raises `StaleEdit` with the allocation of
    now when it is another. `NotVisible` for somebody the actor may not see, or who does not advise for the authority.
    """
    person = hold(actor, young_person_id)
    require(can_allocate(actor, person))
    adviser = _adviser(actor, adviser_id)
    allocation = Allocation.objects.filter(young_person=person, ended_at=None).first()
    if allocation is None or allocation.adviser_id != adviser.pk:
        if instead_of != (allocation.adviser_id if allocation else None):
            raise StaleEdit(allocation)
        allocation = _begin(actor, person, adviser, after=allocation)
    return Audited(allocation, about=allocation, young_person_id=person.pk)


@action
def allocate_several(*, actor: Actor, young_person_ids: Iterable[UUID], adviser_id: UUID) -> Audited[list[Allocation]]:
    """Give an adviser to several young people who have none: a manager. All of them, or nobody where one has got an
    adviser meanwhile (`StaleEdit`); raises as `allocate` does.
    """
    made = [allocate(actor=actor, young_person_id=pk, adviser_id=adviser_id) for pk in dict.fromkeys(young_person_ids)]
    return Audited(made)


def _adviser(actor: Actor, adviser_id: UUID) -> User:
    found = advisers(actor=actor).filter(pk=adviser_id).first()
    if found is None:
        raise NotVisible
    return found


def _begin(actor: Actor, person: YoungPerson, adviser: User, *, after: Allocation | None) -> Allocation:
    now = clock.now()
    if after is not None:
        after.ended_at = now
        after.save(update_fields=["ended_at"])
    return Allocation.objects.create(
        authority_id=person.authority_id,
        young_person=person,
        adviser=adviser,
        began_at=now,
        allocated_by_id=actor.user_id,
    )
