"""The address at which the service reaches somebody, and to which they are invited."""

from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson


def write_address(actor: Actor, person: YoungPerson, address: str) -> None:
    """Set it, and remember who wrote it and whether there was another one: whoever joins with it is checked by somebody
    else then. Saving is the caller's.
    """
    address = address.strip().lower()
    if address != person.email:
        person.is_address_new = person.is_address_new or bool(person.email)
        person.email, person.address_by_id = address, actor.user_id
