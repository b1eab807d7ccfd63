from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ownpath.organisations.models import Authority
from ownpath.people.models import YoungPerson
from tests import factories

pytestmark = pytest.mark.django_db

BORN = date(2008, 1, 9)


@pytest.fixture
def council(client: Client) -> Authority:
    found = factories.authority()
    client.force_login(factories.manager(found))
    return found


def test_a_manager_finds_who_was_added_by_hand_beside_who_came_with_the_return(
    client: Client, council: Authority
) -> None:
    by_hand = factories.young_person(council, "Hana Handadded", birth_date=BORN)
    imported = factories.young_person(council, "", birth_date=BORN, child_id="777001", with_user=False)
    factories.young_person(council, "Bo Wickerby", birth_date=BORN, child_id="777002")

    page = client.get("/staff/same-person/").content.decode()

    assert 'The same person twice? <span class="quiet">1</span>' in page
    assert f'<a href="/staff/people/{by_hand.pk}/">Hana Handadded</a>' in page
    assert f'<a href="/staff/people/{imported.pk}/">No name yet</a>' in page
    assert "Number 777001." in page
    assert "Bo Wickerby" not in page


def test_numbers_that_differ_by_zeros_are_a_pair_and_others_are_not(client: Client, council: Authority) -> None:
    for number in ("0012345", "12345", "12346"):
        factories.young_person(council, "", birth_date=BORN, child_id=number, with_user=False)

    page = client.get("/staff/same-person/").content.decode()

    assert 'The same person twice? <span class="quiet">1</span>' in page
    assert "Number 0012345." in page
    assert "Number 12346." not in page


def test_one_pair_and_thirty_take_as_many_queries(
    client: Client, council: Authority, django_assert_num_queries
) -> None:
    def add(count: int) -> None:
        for _ in range(count):
            factories.young_person(council, "Hana", birth_date=BORN, with_user=False)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get("/staff/same-person/")
        return len(captured)

    add(2)
    of_one = queries()
    add(9)

    assert queries() == of_one
    assert '<span class="quiet">55</span>' in client.get("/staff/same-person/").content.decode()


def details(person: YoungPerson, **values: object) -> dict[str, object]:
    return {"name": person.name, "version": person.version, "status": "", "email": "", "phone": ""} | values


def test_a_manager_gives_the_number_that_the_next_import_will_know(client: Client, council: Authority) -> None:
    person = factories.young_person(council, "Hana Handadded")

    response = client.post(f"/staff/people/{person.pk}/details/", details(person, child_id=" 0777001 "))

    assert response.status_code == 302
    person.refresh_from_db()
    assert person.child_id == "0777001"


def test_a_number_that_another_record_has_leads_to_that_record(client: Client, council: Authority) -> None:
    taken = factories.young_person(council, "", child_id="777001", with_user=False)
    person = factories.young_person(council, "Hana Handadded")

    response = client.post(f"/staff/people/{person.pk}/details/", details(person, child_id="777001", name="Hana H"))

    page = response.content.decode()
    assert response.status_code == 409
    assert "This number is on another record" in page
    assert f'href="/staff/people/{taken.pk}/"' in page
    assert 'value="Hana H"' in page
    person.refresh_from_db()
    assert (person.child_id, person.name) == ("", "Hana Handadded")


def test_the_number_of_another_authority_is_free(client: Client, council: Authority) -> None:
    factories.young_person(factories.authority(), child_id="777001")
    person = factories.young_person(council, "Hana Handadded")

    assert client.post(f"/staff/people/{person.pk}/details/", details(person, child_id="777001")).status_code == 302


def test_an_adviser_neither_sees_nor_changes_the_number(client: Client, council: Authority) -> None:
    ines = factories.adviser(council)
    person = factories.young_person(council, child_id="777001")
    factories.allocate(person, ines)
    client.force_login(ines)

    assert "Child number" not in client.get(f"/staff/people/{person.pk}/details/").content.decode()
    assert client.post(f"/staff/people/{person.pk}/details/", details(person, child_id="1")).status_code == 302
    person.refresh_from_db()
    assert person.child_id == "777001"
