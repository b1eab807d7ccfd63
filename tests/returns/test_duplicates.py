"""What an import says of a new child who could be on record already. They are taken in all the same."""

from datetime import date

import pytest

from ownpath.organisations.models import Authority
from ownpath.people.actions import merge_records
from ownpath.people.models import CarePeriod, YoungPerson
from ownpath.returns.ssda903.changes import Changes
from ownpath.returns.ssda903.findings import Kind
from tests import factories

from .conftest import Import
from .made import child, episode

BORN_ALIKE = (
    "Somebody on record without a CHILD was born on the same day, 09/01/2008. Are they one person? "
    "A manager finds both under “The same person twice?”."
)

pytestmark = pytest.mark.django_db


def notes(changes: Changes) -> list[tuple[int, str, str, str]]:
    return [(one.line, one.column, one.value, one.sentence) for one in changes.findings if one.kind == Kind.NOTE]


def test_a_new_child_with_the_birthday_of_somebody_added_by_hand_is_named(take_in: Import, council: Authority) -> None:
    factories.young_person(council, "Hana Handadded", birth_date=date(2008, 1, 9))

    changes = take_in([child("777001", "09/01/2008")], [episode("777001")])

    assert notes(changes) == [
        (
            2,
            "CHILD",
            "777001",
            BORN_ALIKE,
        )
    ]
    assert YoungPerson.objects.count() == 2


@pytest.mark.parametrize(("first", "second"), [("0012345", "12345"), ("12345", "0012345"), ("012", "0012")])
def test_a_number_that_lost_its_zeros_is_named(take_in: Import, first: str, second: str) -> None:
    take_in([child(first, "15/12/2007")], [episode(first)])

    changes = take_in([child(second, "15/12/2007")], [episode(second)])

    assert [(line, value, sentence.partition(".")[0]) for line, _column, value, sentence in notes(changes)] == [
        (2, second, f"CHILD {first} is the same but for zeros at its front")
    ]


def test_two_numbers_of_one_return_that_differ_by_zeros_are_named(take_in: Import) -> None:
    changes = take_in([child("012"), child("12")], [episode("012"), episode("12")])

    assert [(line, value) for line, _column, value, _sentence in notes(changes)] == [(3, "12")]


def test_who_is_on_record_under_this_very_number_is_not_asked_about(take_in: Import, council: Authority) -> None:
    factories.young_person(council, "Hana Handadded", birth_date=date(2008, 1, 9), child_id="777001")
    factories.young_person(factories.authority(), birth_date=date(2008, 1, 9))

    assert notes(take_in([child("777001", "09/01/2008")], [episode("777001")])) == []
    assert YoungPerson.objects.filter(authority=council).count() == 1


def test_the_number_of_a_record_that_was_merged_still_finds_its_person(take_in: Import, council: Authority) -> None:
    kept = factories.young_person(council, child_id="01", birth_date=date(2008, 6, 10))
    other = factories.young_person(council, child_id="1", birth_date=date(2008, 6, 10), with_user=False)
    merge_records(actor=factories.actor(factories.manager(council)), kept_id=kept.pk, other_id=other.pk)

    take_in([child()], [episode()])

    assert YoungPerson.objects.count() == 2
    assert CarePeriod.objects.get().young_person == kept


def test_both_numbers_of_one_person_in_a_return_are_taken_once_and_named(take_in: Import, council: Authority) -> None:
    kept = factories.young_person(council, child_id="01", birth_date=date(2008, 6, 10))
    other = factories.young_person(council, child_id="1", birth_date=date(2008, 6, 10), with_user=False)
    merge_records(actor=factories.actor(factories.manager(council)), kept_id=kept.pk, other_id=other.pk)

    found = take_in([child(), child("01")], [episode(), episode("01")])

    sentence = "CHILD 1 of the same return is the same person on record. This row was left out."
    assert sentence in [finding.sentence for finding in found.findings]
    assert CarePeriod.objects.get().young_person == kept
