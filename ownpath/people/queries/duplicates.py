"""Who is on record already and could be the same person as somebody whom one is about to add."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import combinations
from uuid import UUID

from django.db.models import F, Q

from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.by_name import ByName
from ownpath.people.duplicates import could_be_same, name_key, near_birthdays
from ownpath.people.enums import Likeness
from ownpath.people.models import DifferentPeople, YoungPerson
from ownpath.people.rules import can_add, may_allocate

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
        tuple(_duplicate(person) for person in found if person.pk in visible),
        others=tuple(likeness for likeness in Likeness if likeness in others),
        key=sha256(b"".join(sorted(person.pk.bytes for person in found))).hexdigest() if found else "",
    )


def possible_pairs(*, actor: Actor) -> list[tuple[Duplicate, Duplicate]]:
    """Every two records of the authority that could be of the same person, ended ones too: for whoever allocates;
    raises `NotAllowed` for others. Two who each have a CHILD are two people, unless only zeros at its front differ;
    so are those of whom a manager has said it. Two queries.
    """
    require(may_allocate(actor))
    people = young_people(actor=actor).annotate(now=allocation_now()).annotate(adviser=F("now__adviser__name"))
    by_mark: defaultdict[object, list[YoungPerson]] = defaultdict(list)
    for person in people.order_by("joined_date", "pk"):
        for mark in _marks(person):
            by_mark[mark].append(person)
    pairs = {
        (one.pk, other.pk): (_duplicate(one), _duplicate(other))
        for alike in by_mark.values()
        for one, other in combinations(alike, 2)
        if _are_possibly_one(one, other)
    }
    decided = DifferentPeople.objects.filter(authority_id=actor.authority_id).values_list("one", "other")
    apart = {frozenset(two) for two in decided}
    return [pair for two, pair in pairs.items() if frozenset(two) not in apart]


def pair(*, actor: Actor, one_id: UUID, other_id: UUID) -> tuple[Duplicate, Duplicate]:
    """Two records to compare: for whoever allocates; raises `NotAllowed` for others, `NotVisible` where one of the two
    is not there. One query.
    """
    require(may_allocate(actor))
    people = young_people(actor=actor).annotate(now=allocation_now()).annotate(adviser=F("now__adviser__name"))
    found = people.in_bulk([one_id, other_id])
    if len(found) < len((one_id, other_id)):
        raise NotVisible
    return _duplicate(found[one_id]), _duplicate(found[other_id])


def _marks(person: YoungPerson) -> Iterator[object]:
    yield person.birth_date
    if person.child_id:
        yield person.child_id.lstrip("0")
    if key := name_key(person.name):
        yield key


def _are_possibly_one(one: YoungPerson, other: YoungPerson) -> bool:
    if one.child_id and other.child_id:
        return one.child_id.lstrip("0") == other.child_id.lstrip("0")
    return could_be_same(
        name=one.name, birth_date=one.birth_date, other_name=other.name, other_birth_date=other.birth_date
    )


def _duplicate(person: YoungPerson) -> Duplicate:
    return Duplicate(person, getattr(person, "adviser", None) or "")


def _of_birthday_or_address(actor: Actor, birth_date: date, address: str) -> list[YoungPerson]:
    near = Q(birth_date__in=[birth_date, *near_birthdays(birth_date)])
    if address:
        near |= Q(email__iexact=address) | Q(user__email__iexact=address)
    people = YoungPerson.objects.filter(near, authority_id=actor.authority_id, merged_into=None).select_related("user")
    people = people.annotate(now=allocation_now()).annotate(adviser=F("now__adviser__name"))
    return list(people.order_by(ByName("name"), "child_id", "pk"))


def _addresses(person: YoungPerson) -> set[str]:
    """What they can be reached or sign in with; never the empty address."""
    signs_in_with = person.user.email if person.user else ""
    return {person.email.casefold(), signs_in_with.casefold()} - {""}


def _likeness(person: YoungPerson, address: str) -> Likeness:
    if address in _addresses(person):
        return Likeness.ADDRESS
    return Likeness.NAME if person.name else Likeness.NAMELESS
