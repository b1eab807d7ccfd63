"""Who is on record already and could be the same person as somebody whom one is about to add."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db.models import F, Q

from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.people.duplicates import could_be_same, near_birthdays
from ownpath.people.enums import Likeness
from ownpath.people.models import YoungPerson
from ownpath.people.rules import can_add

from .records import allocation_now, young_people


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Somebody on record who could be the same person, and the name of their adviser of now."""

    young_person: YoungPerson
    adviser: str


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Who could be the same person: those whose record the actor may open, and in which ways there are others. `key`
    stands for exactly these people, and tells nothing of them; it is empty where there is nobody.
    """

    seen: tuple[Duplicate, ...] = ()
    others: tuple[Likeness, ...] = ()
    key: str = ""


def duplicates(*, actor: Actor, name: str, birth_date: date, email: str = "") -> Duplicates:
    """Who of the authority could be somebody of this name, birthday and address, ended records too: for staff who may
    add young people; raises `NotAllowed` for others. Two queries.
    """
    require(can_add(actor))
    address = email.strip().casefold()
    found = [
        person
        for person in _of_birthday_or_address(actor, birth_date, address)
        if could_be_same(name=name, birth_date=birth_date, other_name=person.name, other_birth_date=person.birth_date)
        or address in _addresses(person)
    ]
    visible = set(young_people(actor=actor).filter(pk__in=[person.pk for person in found]).values_list("pk", flat=True))
    others = {_likeness(person, address) for person in found if person.pk not in visible}
    return Duplicates(
        tuple(Duplicate(person, getattr(person, "adviser", None) or "") for person in found if person.pk in visible),
        others=tuple(likeness for likeness in Likeness if likeness in others),
        key=sha256(b"".join(sorted(person.pk.bytes for person in found))).hexdigest() if found else "",
    )


def _of_birthday_or_address(actor: Actor, birth_date: date, address: str) -> list[YoungPerson]:
    near = Q(birth_date__in=[birth_date, *near_birthdays(birth_date)])
    if address:
        near |= Q(email__iexact=address) | Q(user__email__iexact=address)
    people = YoungPerson.objects.filter(near, authority_id=actor.authority_id).select_related("user")
    people = people.annotate(now=allocation_now()).annotate(adviser=F("now__adviser__name"))
    return list(people.order_by("name", "child_id", "pk"))


def _addresses(person: YoungPerson) -> set[str]:
    """What they can be reached or sign in with; never the empty address."""
    signs_in_with = person.user.email if person.user else ""
    return {person.email.casefold(), signs_in_with.casefold()} - {""}


def _likeness(person: YoungPerson, address: str) -> Likeness:
    if address in _addresses(person):
        return Likeness.ADDRESS
    return Likeness.NAME if person.name else Likeness.NAMELESS
