from datetime import date

import pytest
from django.test import Client

from ownpath.organisations.models import Authority
from ownpath.people.models import Contact, YoungPerson
from tests import factories
from tests.web.pressing import form_on, press

pytestmark = pytest.mark.django_db

BORN = date(2008, 1, 9)


@pytest.fixture
def council(client: Client) -> Authority:
    found = factories.authority()
    client.force_login(factories.manager(found))
    return found


@pytest.fixture
def hana(council: Authority) -> YoungPerson:
    return factories.young_person(council, "Hana Handadded", birth_date=BORN)


@pytest.fixture
def imported(council: Authority) -> YoungPerson:
    return factories.young_person(council, "", birth_date=BORN, child_id="777001", with_user=False)


def page_of(one: YoungPerson, other: YoungPerson) -> str:
    return f"/staff/same-person/{one.pk}/{other.pk}/"


def test_a_manager_makes_two_records_one(client: Client, hana: YoungPerson, imported: YoungPerson) -> None:
    assert page_of(hana, imported) in client.get("/staff/same-person/").content.decode()

    answer = press(client, page_of(hana, imported), answer="first")

    assert answer.headers["Location"] == f"/staff/people/{hana.pk}/"
    page = client.get(answer.headers["Location"]).content.decode()
    assert "The two records are one now. Everything in them is here." in page
    assert "No two records look like the same person." in client.get("/staff/same-person/").content.decode()


def test_an_open_page_of_the_other_record_saves_into_the_one_that_was_kept(
    client: Client, hana: YoungPerson, imported: YoungPerson
) -> None:
    contact = f"/staff/people/{imported.pk}/contact/"
    typed = form_on(client.get(contact)) | {"way": "call", "words": "She rang us."}
    press(client, page_of(hana, imported), answer="first")

    answer = client.post(contact, typed)
    assert (answer.status_code, answer.headers["Location"]) == (307, f"/staff/people/{hana.pk}/contact/")
    client.post(answer.headers["Location"], typed)

    assert Contact.objects.values_list("young_person_id", "words").get() == (hana.pk, "She rang us.")
    assert client.get(f"/staff/people/{imported.pk}/").headers["Location"] == f"/staff/people/{hana.pk}/"


def test_both_addresses_are_asked_about_where_both_have_signed_in(
    client: Client, council: Authority, hana: YoungPerson
) -> None:
    twin = factories.young_person(council, "Hana H", birth_date=BORN)

    refused = press(client, page_of(hana, twin), answer="second")
    assert refused.status_code == 422
    assert "Ask them first, and tick this." in refused.content.decode()

    answer = press(client, page_of(hana, twin), answer="second", is_certain="on")
    assert answer.headers["Location"] == f"/staff/people/{twin.pk}/"


def test_two_people_leave_the_list(client: Client, hana: YoungPerson, imported: YoungPerson) -> None:
    answer = press(client, page_of(hana, imported), answer="apart")

    assert answer.headers["Location"] == "/staff/same-person/"
    assert 'The same person twice? <span class="quiet">0</span>' in client.get("/staff/same-person/").content.decode()
    assert YoungPerson.objects.filter(merged_into=None).count() == 2


def test_nothing_chosen_changes_nothing(client: Client, hana: YoungPerson, imported: YoungPerson) -> None:
    assert press(client, page_of(hana, imported)).status_code == 422
    assert client.get(page_of(hana, hana)).status_code == 404
    assert YoungPerson.objects.filter(merged_into=None).count() == 2
