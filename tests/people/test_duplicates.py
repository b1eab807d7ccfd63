from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ownpath.accounts.models import User
from ownpath.core.access import NotAllowed
from ownpath.core.actor import Actor
from ownpath.people import queries
from ownpath.people.actions import PossibleDuplicate, add_young_person
from ownpath.people.duplicates import could_be_same, is_near_name, is_same_name, near_birthdays
from ownpath.people.enums import Likeness
from ownpath.people.models import YoungPerson
from tests import factories
from tests.racing import at_once, shared_database

__all__ = ["shared_database"]

BORN = date(2008, 1, 9)


@pytest.mark.any_database
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hana Handadded", "hana handadded"),
        ("Hana Handadded", "  Hana   Handadded "),
        ("Hana Handadded", "Handadded, Hana"),
        ("Anne-Marie Fern", "Annemarie Fern"),
        ("Anne-Marie Fern", "Anne Marie Fern"),
        ("Zoë Brontë", "Zoe Bronte"),
        ("Søren Łuk", "Soren Luk"),
        ("Siobhan O’Brien", "Siobhan O'Brien"),
        ("Siobhan O'Brien", "Siobhan OBrien"),
        ("Straße", "Strasse"),
        ("Hana\u200b Handadded", "Hana Handadded"),
        ("أحمد", "احمد"),
        ("Ｈana", "Hana"),
    ],
)
def test_one_name_written_in_two_ways(one: str, other: str) -> None:
    assert is_same_name(one, other)


@pytest.mark.any_database
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hana", "Hana Handadded"),
        ("Sam Example", "Samuel Example-Jones"),
        ("Abi", "Abigail Fern"),
        ("Abi", "Fern, Abigail"),
        ("Mohammed Ali", "Muhammad Aly"),
        ("Twin Checkfern", "Twin Chekfern"),
        ("Jon", "John Notreal"),
        ("Hana Fern", "Hana Bracken"),
        ("", "Hana Handadded"),
        ("\u200b", "Hana"),
    ],
)
def test_names_that_one_person_could_have(one: str, other: str) -> None:
    assert is_near_name(one, other)
    assert not is_same_name(one, other)


@pytest.mark.any_database
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hana Handadded", "Bo Wickerby"),
        ("Al", "Alexander"),
        ("Tia Moss", "Priya Fernly"),
        ("Luke Dewpond", "Toby Bracken-Dew"),
        ("Ann Wickerby", "Sue Annandale"),
    ],
)
def test_names_of_two_people(one: str, other: str) -> None:
    assert not is_near_name(one, other)


@pytest.mark.any_database
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (date(2008, 1, 9), date(2008, 9, 1)),
        (date(2008, 1, 9), date(2007, 1, 9)),
        (date(2008, 1, 9), date(2008, 1, 19)),
        (date(2008, 1, 9), date(2008, 1, 10)),
        (date(2008, 1, 31), date(2008, 2, 1)),
        (date(2008, 12, 21), date(2008, 12, 12)),
        (date(2010, 1, 9), date(2001, 1, 9)),
    ],
)
def test_birthdays_that_are_one_slip_apart(written: date, meant: date) -> None:
    assert meant in near_birthdays(written)


@pytest.mark.any_database
@pytest.mark.parametrize("other", [BORN, date(2008, 3, 15), date(2006, 2, 9), date(2008, 1, 12)])
def test_the_same_day_and_another_day_are_not_near(other: date) -> None:
    assert other not in near_birthdays(BORN)


names = st.text(max_size=20) | st.sampled_from(["Hana Handadded", "hana", "Sam", "Samuel Fern", "", "Zoë"])
days = st.dates(date(1, 1, 1), date(9999, 12, 31)) | st.dates(date(2000, 1, 1), date(2001, 12, 31))


@pytest.mark.any_database
@given(names, names, days, days)
@example("tide", "diet", BORN, BORN)  # what difflib finds depends on which comes first
def test_who_could_be_whom_does_not_depend_on_which_comes_first(one: str, other: str, day: date, then: date) -> None:
    assert could_be_same(name=one, birth_date=day, other_name=other, other_birth_date=then) == could_be_same(
        name=other, birth_date=then, other_name=one, other_birth_date=day
    )
    assert could_be_same(name=one, birth_date=day, other_name=one, other_birth_date=day)


@pytest.mark.any_database
@given(names)
def test_case_and_spaces_do_not_matter(name: str) -> None:
    assert is_near_name(name, f"  {name.upper()} ")


@pytest.fixture
def adviser(db: None) -> User:
    return factories.adviser(factories.authority(), "Ines Invented")


def test_the_same_person_added_twice_is_asked_about_with_name_adviser_and_record(adviser: User) -> None:
    actor = factories.actor(adviser)
    first = add_young_person(actor=actor, name="Twin Checkfern", birth_date=date(2008, 4, 3))

    with pytest.raises(PossibleDuplicate) as asked:
        add_young_person(actor=actor, name="TWIN  Checkfern", birth_date=date(2008, 4, 3))

    (found,) = asked.value.duplicates.seen
    assert (found.young_person.pk, found.adviser) == (first.pk, "Ines Invented")
    assert asked.value.duplicates.others == ()
    assert YoungPerson.objects.count() == 1


def test_somebody_else_is_added_once_that_is_said_of_exactly_those_who_were_shown(adviser: User) -> None:
    actor = factories.actor(adviser)
    add_young_person(actor=actor, name="Twin Checkfern", birth_date=date(2008, 4, 3))
    values = {"actor": actor, "name": "Tom Checkfern", "birth_date": date(2008, 4, 3)}
    with pytest.raises(PossibleDuplicate) as asked:
        add_young_person(**values)

    added = add_young_person(**values, none_of=asked.value.duplicates.key)

    assert added.name == "Tom Checkfern"
    with pytest.raises(PossibleDuplicate) as again:  # the same press once more: now Tom himself is there
        add_young_person(**values, none_of=asked.value.duplicates.key)
    assert added.pk in {found.young_person.pk for found in again.value.duplicates.seen}


def test_of_somebody_else_s_young_person_an_adviser_learns_that_there_is_one_and_nothing_more(adviser: User) -> None:
    council = adviser.membership.authority
    hidden = factories.young_person(council, "Hana Handadded", birth_date=BORN, child_id="777001")
    factories.allocate(hidden, factories.adviser(council))

    found = queries.duplicates(actor=factories.actor(adviser), name="Hana", birth_date=BORN)

    assert (found.seen, found.others) == ((), (Likeness.NAME,))
    assert str(hidden.pk) not in repr(found)


def test_somebody_from_a_return_without_a_name_could_be_anybody_with_that_birthday(adviser: User) -> None:
    factories.young_person(adviser.membership.authority, "", birth_date=BORN, child_id="777001", with_user=False)

    found = queries.duplicates(actor=factories.actor(adviser), name="Hana Handadded", birth_date=BORN)

    assert found.others == (Likeness.NAMELESS,)


@pytest.mark.parametrize("address", ["signs-in@example.org", "MAIL@example.org"])
def test_an_address_is_asked_about_whatever_the_name_and_birthday(adviser: User, address: str) -> None:
    person = factories.young_person(adviser.membership.authority, email="mail@example.org")
    person.user.email = "signs-in@example.org"
    person.user.save()

    found = queries.duplicates(
        actor=factories.actor(adviser), name="Bo Wickerby", birth_date=date(2005, 2, 3), email=address
    )

    assert found.others == (Likeness.ADDRESS,)


def test_an_authority_is_not_asked_about_the_people_of_another(adviser: User) -> None:
    factories.young_person(factories.authority(), "Hana Handadded", birth_date=BORN, email="hana@example.org")

    found = queries.duplicates(
        actor=factories.actor(adviser), name="Hana Handadded", birth_date=BORN, email="hana@example.org"
    )

    assert found == queries.Duplicates()


def test_a_young_person_asks_about_nobody(adviser: User) -> None:
    with pytest.raises(NotAllowed):
        queries.duplicates(
            actor=factories.actor(factories.young_person(adviser.membership.authority)), name="Hana", birth_date=BORN
        )


def test_a_record_that_has_ended_counts_too(adviser: User) -> None:
    council = adviser.membership.authority
    factories.record_end(factories.young_person(council, "Hana Handadded", birth_date=BORN))
    asks = {"name": "Hana", "birth_date": BORN}

    of_manager = queries.duplicates(actor=factories.actor(factories.manager(council)), **asks)
    of_adviser = queries.duplicates(actor=factories.actor(adviser), **asks)

    assert [found.young_person.has_ended for found in of_manager.seen] == [True]
    assert of_adviser.others == (Likeness.NAME,)


def test_one_like_them_and_thirty_take_as_many_queries(adviser: User, django_assert_num_queries) -> None:
    for _ in range(30):
        person = factories.young_person(adviser.membership.authority, "Hana Handadded", birth_date=BORN)
        factories.allocate(person, adviser)

    actor = factories.actor(adviser)

    with django_assert_num_queries(2):
        found = queries.duplicates(actor=actor, name="Hana", birth_date=BORN)

    assert len(found.seen) == 30


def test_two_presses_at_once_add_one_person(shared_database: None) -> None:
    council = factories.authority()
    actors = [factories.actor(factories.manager(council)) for _ in range(4)]

    def press(actor: Actor) -> Callable[[], object]:
        return lambda: add_young_person(actor=actor, name="Twin Checkfern", birth_date=BORN)

    outcomes = at_once(*((actor, press(actor)) for actor in actors), refusals=(PossibleDuplicate,))

    assert [type(outcome) for outcome in outcomes].count(PossibleDuplicate) == 3
    assert YoungPerson.objects.count() == 1
