"""The address at which the service reaches somebody, and that with which they sign in."""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from ownpath.accounts import codes
from ownpath.accounts.models import User
from ownpath.accounts.moving import move
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.organisations.models import Authority
from ownpath.people.models import AddressChange, YoungPerson
from ownpath.people.queries import who_to_call

from .holding import hold


class CodeUsed(Exception):
    """A code was used already, or opens nothing any longer."""


@action
def change_own_address(*, actor: Actor, address: str, code_ids: Collection[str]) -> Audited[User]:
    """Sign in with another address from now on: anybody, for themselves, with the codes that went to the old address
    and to the new one and were typed right. They are used up, other sessions end, and the old address is told. What
    the service writes to follows where it was the same.

    Raises `CodeUsed`, and `AddressTaken` where somebody signs in with the new address already: nothing changes then.
    """
    require(actor.user_id is not None and actor.sitting_id is None)
    user = User.objects.select_for_update().get(pk=actor.user_id)
    if not all(codes.use(one) for one in code_ids):
        raise CodeUsed
    before = user.email
    move(user, address, whom_to_tell(actor))
    if actor.young_person_id is not None:
        note_change(hold(actor, actor.young_person_id), user, before)
    return Audited(user, about=user, young_person_id=actor.young_person_id)


def whom_to_tell(actor: Actor) -> list[str]:
    """Who somebody tells that it was not them, one a line: a young person their adviser or whoever is there instead,
    and who their council names for help at once; staff a manager.
    """
    if actor.young_person_id is None:
        name = Authority.objects.get(pk=actor.authority_id).name
        return [_("A manager of %(authority)s") % {"authority": name}]
    people = who_to_call(actor=actor)
    council = people.young_person.authority
    found = [(people.cover.name, people.cover.phone)] if people.cover else [(people.adviser, people.adviser_phone)]
    if people.is_nobody_there:
        found = []
    found.append((council.help_now_name or council.name, council.help_now_phone))
    return [f"{name}: {phone}" if phone else name for name, phone in found if name]


def note_change(person: YoungPerson, user: User, before: str) -> None:
    """Keep for the record that an account has another address, and write there from now on where that was the same."""
    AddressChange.objects.create(
        authority_id=person.authority_id,
        young_person=person,
        user=user,
        before=before,
        after=user.email,
    )
    if person.email == before:
        write_address(user.pk, person, user.email)
        person.version += 1
        person.save(update_fields=["email", "address_by", "is_address_new", "version"])


def write_address(by_id: UUID | None, person: YoungPerson, address: str) -> None:
    """Set it, and remember who wrote it and whether there was another one: whoever joins with it is checked by somebody
    else then. Saving is the caller's.
    """
    address = address.strip().lower()
    if address != person.email:
        person.is_address_new = person.is_address_new or bool(person.email)
        person.email, person.address_by_id = address, by_id
