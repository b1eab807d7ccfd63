import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.people.models import Allocation, YoungPerson
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(client: Client) -> User:
    user = factories.manager(factories.authority())
    client.force_login(user)
    return user


def nameless(of: User, child_id: str) -> YoungPerson:
    return factories.young_person(of.membership.authority, "", with_user=False, child_id=child_id)


def test_a_manager_gives_several_people_an_adviser_at_one_press(client: Client, manager: User) -> None:
    adviser = factories.adviser(manager.membership.authority, "Ines Invented")
    first, second, third = (nameless(manager, number) for number in ("1001", "1002", "1003"))

    response = client.post(
        "/staff/without-adviser/", {"people": [str(first.pk), str(second.pk)], "adviser": str(adviser.pk)}, follow=True
    )

    page = response.content.decode()
    assert "2 young people have an adviser now." in page
    assert ("1003" in page, "1001" in page) == (True, False)
    assert set(Allocation.objects.values_list("young_person", "adviser")) == {
        (first.pk, adviser.pk),
        (second.pk, adviser.pk),
    }
    assert not third.allocation_rows.exists()


def test_nothing_ticked_is_said_and_the_chosen_adviser_stays(client: Client, manager: User) -> None:
    adviser = factories.adviser(manager.membership.authority)
    nameless(manager, "1001")

    response = client.post("/staff/without-adviser/", {"adviser": str(adviser.pk)})

    assert response.status_code == 422
    assert "Tick at least one young person." in response.content.decode()
    assert f'<option value="{adviser.pk}" selected>' in response.content.decode()


def test_people_and_advisers_of_another_authority_cannot_be_chosen(client: Client, manager: User) -> None:
    elsewhere = factories.manager(factories.authority())
    stranger = nameless(elsewhere, "2001")
    adviser = factories.adviser(manager.membership.authority)

    for people, to in (
        ([str(stranger.pk)], adviser),
        ([str(nameless(manager, "1").pk)], factories.adviser(elsewhere.membership.authority)),
    ):
        response = client.post("/staff/without-adviser/", {"people": people, "adviser": str(to.pk)})
        assert response.status_code == 422

    assert not Allocation.objects.exists()


def test_another_adviser_ends_the_time_with_the_one_before(client: Client, manager: User) -> None:
    council = manager.membership.authority
    person = factories.young_person(council)
    before, after = factories.adviser(council, "Ines Invented"), factories.adviser(council, "Fred Fiction")
    factories.allocate(person, before)

    response = client.post(
        f"/staff/people/{person.pk}/adviser/", {"adviser": str(after.pk), "instead_of": str(before.pk)}
    )

    assert response["Location"] == f"/staff/people/{person.pk}/"
    rows = [(row.adviser.name, row.ended_at is None) for row in Allocation.objects.order_by("began_at")]
    assert rows == [("Ines Invented", False), ("Fred Fiction", True)]


def test_two_managers_at_once_the_second_is_told(client: Client, manager: User) -> None:
    council = manager.membership.authority
    person = factories.young_person(council)
    first, second = factories.adviser(council, "Ines Invented"), factories.adviser(council, "Fred Fiction")
    factories.allocate(person, first)

    response = client.post(f"/staff/people/{person.pk}/adviser/", {"adviser": str(second.pk), "instead_of": ""})

    assert response.status_code == 409
    assert "Somebody changed the adviser meanwhile." in response.content.decode()
    assert person.allocation_rows.get().adviser == first


def test_the_list_costs_the_same_for_few_and_for_many(client: Client, manager: User) -> None:
    counts = []
    for more in (1, 29):
        for number in range(more):
            nameless(manager, f"{more}{number}")
            factories.adviser(manager.membership.authority)
        with CaptureQueriesContext(connection) as queries:
            client.get("/staff/without-adviser/")
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_a_long_list_comes_a_hundred_at_a_time(client: Client, manager: User) -> None:
    factories.adviser(manager.membership.authority)
    for number in range(1001, 1102):
        nameless(manager, str(number))

    page = client.get("/staff/without-adviser/").content.decode()

    assert "These are the first 100." in page
    assert ("1100" in page, "1101" in page) == (True, False)


def test_advisers_are_offered_with_how_many_young_people_they_have(client: Client, manager: User) -> None:
    council = manager.membership.authority
    busy = factories.adviser(council, "Ines Invented", team=factories.team(council, name="Harbour"))
    factories.adviser(council, "Ola Other")
    factories.allocate(factories.young_person(council), busy)
    factories.allocate(factories.young_person(council), busy, ended_at=clock.now())
    nameless(manager, "1001")

    page = client.get("/staff/without-adviser/").content.decode()

    assert "Ines Invented · Harbour · 1 young person<" in page
    assert "Ola Other · 0 young people<" in page
