"""Who covers for an adviser who is away, what they see then, and whom the young person reads they can call."""

from datetime import timedelta

import pytest

from ownpath.accounts import actions as accounts
from ownpath.accounts import queries as staff
from ownpath.accounts.models import Absence, User
from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.people import actions, queries
from ownpath.people.enums import ContactWay
from ownpath.people.models import YoungPerson
from ownpath.people.queries import Reach
from tests import factories

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def yara() -> YoungPerson:
    whom = factories.young_person(factories.authority())
    factories.allocate(whom, factories.adviser(whom.authority, phone="07700 900 111", reach_words="Text me."))
    return whom


@pytest.fixture
def ines(yara: YoungPerson) -> User:
    adviser: User = yara.allocation_rows.get().adviser
    return adviser


@pytest.fixture
def sol(yara: YoungPerson) -> User:
    return factories.adviser(yara.authority, "Sol Someone", phone="07700 900 222", reach_words="Ring me.")


def seen_by(somebody: User) -> list[YoungPerson]:
    return list(queries.young_people(actor=factories.actor(somebody)))


def test_covering_opens_the_record_on_those_days_only(yara: YoungPerson, ines: User, sol: User) -> None:
    today = clock.today()
    factories.absence(ines, sol, from_date=today - 9 * DAY, to_date=today - DAY)
    factories.absence(ines, sol, from_date=today + DAY, to_date=today + 9 * DAY)
    assert seen_by(sol) == []

    factories.absence(ines, sol, from_date=today, to_date=today)

    assert seen_by(sol) == [yara]
    assert seen_by(ines) == [yara]


def test_it_ends_when_the_absence_is_called_off(yara: YoungPerson, ines: User, sol: User) -> None:
    absence = factories.absence(ines, sol)

    accounts.call_off_absence(actor=factories.actor(ines), absence_id=absence.pk)

    assert seen_by(sol) == []


def test_it_ends_with_the_allocation(yara: YoungPerson, ines: User, sol: User) -> None:
    factories.absence(ines, sol)
    yara.allocation_rows.update(ended_at=clock.now())

    assert seen_by(sol) == []


def test_two_absences_on_one_day_show_nobody_twice(yara: YoungPerson, ines: User, sol: User) -> None:
    factories.absence(ines, sol)
    factories.absence(ines, sol)
    factories.allocate(factories.young_person(yara.authority, "Zane Notreal"), sol)

    assert len(seen_by(sol)) == 2
    listed = queries.allocated_to(actor=factories.actor(sol))
    assert [(str(each), each.adviser_name) for each in listed] == [
        ("Yara Notreal", "Ines Invented"),
        ("Zane Notreal", "Sol Someone"),
    ]


def test_cover_of_the_cover_sees_them_and_the_cover_who_is_away_does_not(
    yara: YoungPerson, ines: User, sol: User
) -> None:
    tia = factories.adviser(yara.authority, "Tia Third")
    factories.absence(ines, sol)
    factories.absence(sol, tia)

    assert seen_by(tia) == [yara]
    assert seen_by(sol) == []


def test_whoever_covers_works_with_them(yara: YoungPerson, ines: User, sol: User) -> None:
    factories.absence(ines, sol)

    contact = actions.record_contact(
        actor=factories.actor(sol), young_person_id=yara.pk, at=clock.now(), way=ContactWay.CALL
    )

    assert contact.recorded_by == sol


def test_young_person_reads_who_covers_and_how_to_reach_them(yara: YoungPerson, ines: User, sol: User) -> None:
    absence = factories.absence(ines, sol)

    who = queries.who_to_call(actor=factories.actor(yara))

    assert (who.adviser, who.adviser_phone, who.adviser_words) == ("Ines Invented", "07700 900 111", "Text me.")
    assert who.away_until == absence.to_date
    assert who.cover == Reach("Sol Someone", "07700 900 222", "Ring me.")


def test_without_an_absence_nobody_covers(yara: YoungPerson) -> None:
    who = queries.who_to_call(actor=factories.actor(yara))

    assert (who.away_until, who.cover) == (None, None)


def test_adviser_says_it_of_themselves_and_a_manager_of_all(yara: YoungPerson, ines: User, sol: User) -> None:
    mo = factories.manager(yara.authority)
    days = {"from_date": clock.today(), "to_date": clock.today() + DAY}

    accounts.say_away(actor=factories.actor(ines), user_id=ines.pk, covered_by_id=sol.pk, **days)
    tia = factories.adviser(yara.authority, "Tia Third")
    accounts.say_away(actor=factories.actor(mo), user_id=sol.pk, covered_by_id=tia.pk, **days)

    assert [each.absence.user for each in staff.away(actor=factories.actor(mo)).rows] == [ines, sol]
    assert [each.absence.user for each in staff.away(actor=factories.actor(sol)).rows] == [sol]
    assert staff.away(actor=factories.actor(sol)).of == [sol]


def test_what_is_refused_changes_nothing(yara: YoungPerson, ines: User, sol: User) -> None:
    today, actor = clock.today(), factories.actor(ines)
    days = {"from_date": today, "to_date": today + DAY}
    elsewhere = factories.adviser(factories.authority())

    with pytest.raises(NotAllowed):
        accounts.say_away(actor=actor, user_id=sol.pk, covered_by_id=ines.pk, **days)
    with pytest.raises(NotAllowed):
        accounts.say_away(actor=actor, user_id=ines.pk, covered_by_id=ines.pk, **days)
    with pytest.raises(NotAllowed):
        accounts.say_away(actor=actor, user_id=ines.pk, covered_by_id=sol.pk, from_date=today + DAY, to_date=today)
    with pytest.raises(NotVisible):
        accounts.say_away(actor=actor, user_id=ines.pk, covered_by_id=elsewhere.pk, **days)
    with pytest.raises(NotAllowed):
        accounts.say_away(actor=factories.actor(yara), user_id=ines.pk, covered_by_id=sol.pk, **days)
    assert not Absence.objects.exists()


def test_absence_of_somebody_else_is_not_called_off(yara: YoungPerson, ines: User, sol: User) -> None:
    absence = factories.absence(ines, sol)

    with pytest.raises(NotVisible):
        accounts.call_off_absence(actor=factories.actor(sol), absence_id=absence.pk)
    assert seen_by(sol) == [yara]


def test_adviser_says_how_to_reach_them(yara: YoungPerson, ines: User) -> None:
    accounts.set_reach(actor=factories.actor(ines), phone=" 07700 900 333 ", words=" Text me, Tuesday to Friday. ")

    who = queries.who_to_call(actor=factories.actor(yara))
    assert (who.adviser_phone, who.adviser_words) == ("07700 900 333", "Text me, Tuesday to Friday.")
    with pytest.raises(NotAllowed):
        accounts.set_reach(actor=factories.actor(yara), phone="1", words="")
