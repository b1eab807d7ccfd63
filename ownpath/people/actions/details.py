"""What somebody is called, and how to reach them."""

from uuid import UUID

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.core.versions import StaleEdit
from ownpath.organisations.models import Authority
from ownpath.people.enums import CareLeaverStatus, ObservationKind, Source
from ownpath.people.models import Observation, YoungPerson
from ownpath.people.queries import status_of
from ownpath.people.rules import can_allocate, can_work_with
from ownpath.people.status import fits_age

from .addresses import write_address
from .holding import hold


class NumberTaken(Exception):
    """Another record of the authority has this CHILD of the return."""

    def __init__(self, young_person: YoungPerson) -> None:
        super().__init__("number taken")
        self.young_person = young_person


class StatusExcluded(Exception):
    """Somebody of this age cannot have the status in law; nothing was saved."""

    def __init__(self, status: CareLeaverStatus, age: int) -> None:
        super().__init__("status excluded")
        self.status, self.age = status, age


@action
def set_details(
    *,
    actor: Actor,
    young_person_id: UUID,
    name: str,
    email: str,
    phone: str,
    contact_every_days: int | None,
    status: str,
    version: int,
    child_id: str | None = None,
    is_status_checked: bool = False,
) -> Audited[YoungPerson]:
    """Write down what a young person wants to be called, how to reach them and how often, and their status in law (a
    `CareLeaverStatus`; empty leaves it as it is): staff who work with them.

    Their own pages call them by the same name; the address they sign in with stays. A status of before is kept with its
    day; another one on the same day takes its place. Raises `StaleEdit` when somebody saved other details since
    `version`; `NotVisible` for somebody the actor may not see.

    Raises `StatusExcluded` for a status that their age excludes, unless `is_status_checked` says that it is right all
    the same.

    A manager may also give `child_id`, the number of the return (None leaves it); raises `NumberTaken` where another
    record of the authority has it.
    """
    person = hold(actor, young_person_id)
    require(can_work_with(actor, person))
    if person.version != version:
        raise StaleEdit(person)
    is_new_status = bool(status) and status != status_of(actor=actor, young_person_id=person.pk)
    age = person.age_on(clock.today())
    if is_new_status and not is_status_checked and not fits_age(CareLeaverStatus(status), age):
        raise StatusExcluded(CareLeaverStatus(status), age)
    person.name, person.phone = name.strip(), phone.strip()
    write_address(actor.user_id, person, email)
    person.contact_every_days, person.version = contact_every_days, version + 1
    if child_id is not None:
        require(can_allocate(actor, person))
        person.child_id = _free_number(person, child_id.strip())
    person.save()
    User.objects.filter(pk=person.user_id).exclude(name=person.name).update(name=person.name)
    if is_new_status:
        Observation.objects.update_or_create(
            authority_id=person.authority_id,
            young_person=person,
            kind=ObservationKind.STATUS,
            on_date=clock.today(),
            source=Source.ADVISER,
            defaults={"code": status, "recorded_by_id": actor.user_id, "recorded_at": clock.now()},
        )
    return Audited(person, about=person, young_person_id=person.pk)


def _free_number(person: YoungPerson, child_id: str) -> str:
    # Nobody else gives it, and no import brings it, until this one is written.
    Authority.objects.select_for_update(no_key=True).get(pk=person.authority_id)
    others = YoungPerson.objects.filter(authority_id=person.authority_id, child_id=child_id).exclude(pk=person.pk)
    if child_id and (taken := others.first()):
        raise NumberTaken(taken)
    return child_id
