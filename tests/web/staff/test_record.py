from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ownpath.accounts.models import User
from ownpath.core.models import AuditEvent
from ownpath.people.enums import CareLeaverStatus, ObservationKind, Source
from ownpath.people.models import CarePeriod, Observation, YoungPerson
from tests import factories
from tests.web.pressing import press

pytestmark = pytest.mark.django_db

DETAILS = {"name": "Yaz", "email": "yaz@example.org", "phone": "07700 900001", "contact_every_days": "14"}


@pytest.fixture
def adviser(client: Client) -> User:
    user = factories.adviser(factories.authority(), "Ines Invented")
    client.force_login(user)
    return user


@pytest.fixture
def person(adviser: User) -> YoungPerson:
    somebody = factories.young_person(adviser.membership.authority)
    factories.allocate(somebody, adviser)
    return somebody


def test_opening_a_record_is_written_down_for_its_owner(client: Client, adviser: User, person: YoungPerson) -> None:
    client.get(f"/staff/people/{person.pk}/")

    event = AuditEvent.objects.get(kind="view")
    assert (event.verb, event.actor_id, event.young_person_id) == ("staff:person", adviser.pk, person.pk)


def test_the_record_shows_reasons_and_contacts(client: Client, person: YoungPerson) -> None:
    factories.contact(person, words="We had chips by the canal.")

    page = client.get(f"/staff/people/{person.pk}/").content.decode()

    assert "We had chips by the canal." in page
    assert "Has never been asked how life is going" in page


def test_details_are_written_down(client: Client, person: YoungPerson) -> None:
    response = client.post(f"/staff/people/{person.pk}/details/", DETAILS | {"version": "1"})

    assert response.status_code == 302
    person.refresh_from_db()
    assert (person.name, person.phone, person.contact_every_days) == ("Yaz", "07700 900001", 14)


def test_status_in_law_is_written_down_and_stands_in_their_own_record(client: Client, person: YoungPerson) -> None:
    details = f"/staff/people/{person.pk}/details/"
    assert "Nobody has written it down yet" in client.get(details).text
    assert client.post(details, DETAILS | {"version": "1", "status": "king"}).status_code == 422

    client.post(details, DETAILS | {"version": "1", "status": "former_relevant"})

    assert '<option value="former_relevant" selected>' in client.get(details).text
    client.force_login(person.user)
    assert "Status in law: Former relevant (18 or older" in client.get("/my/recorded/").text
    assert "You are down as: Former relevant (18 or older" in client.get("/my/offer/").text


def test_two_people_changing_details_lose_nothing(client: Client, person: YoungPerson) -> None:
    client.post(f"/staff/people/{person.pk}/details/", DETAILS | {"name": "Theirs", "version": "1"})

    response = client.post(f"/staff/people/{person.pk}/details/", DETAILS | {"name": "Mine", "version": "1"})

    page = response.content.decode()
    assert response.status_code == 409
    assert ("Theirs" in page, 'value="Mine"' in page) == (True, True)
    person.refresh_from_db()
    assert person.name == "Theirs"


@pytest.mark.parametrize("days", ["0", "-3", "367", "two", "1e3", "9" * 400, "1_0"])
def test_days_that_are_no_number_of_days_come_back(client: Client, person: YoungPerson, days: str) -> None:
    response = client.post(f"/staff/people/{person.pk}/details/", DETAILS | {"contact_every_days": days})

    assert response.status_code == 422


def test_the_record_costs_the_same_with_few_and_many_contacts(client: Client, person: YoungPerson) -> None:
    counts = []
    for more in (1, 29):
        for _ in range(more):
            factories.contact(person, words="Hello")
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/staff/people/{person.pk}/")
        counts.append(len(queries))

    assert counts[0] == counts[1]


@pytest.mark.parametrize("page", ["details", "ask", "invite", "together", "paper", "allowance", "meetings/plan"])
def test_each_page_about_somebody_names_them_and_leads_back(client: Client, person: YoungPerson, page: str) -> None:
    factories.pack()

    html = client.get(f"/staff/people/{person.pk}/{page}/").content.decode()

    assert person.name in html.partition("<title>")[2].partition("</title>")[0]
    assert f'href="/staff/people/{person.pk}/"' in html.partition("<main")[2]


def test_the_record_leads_to_the_money_for_a_home(client: Client, person: YoungPerson) -> None:
    assert f'href="/staff/people/{person.pk}/allowance/"' in client.get(f"/staff/people/{person.pk}/").content.decode()


def test_what_was_imported_is_on_the_record_and_joining_is_joining(client: Client) -> None:
    yara = factories.young_person(factories.authority(), with_user=False)
    at = {"authority_id": yara.authority_id, "young_person": yara, "source": Source.RETURN_FILE}
    Observation.objects.create(kind=ObservationKind.ACTIVITY, code="G5", on_date=date(2026, 2, 10), **at)
    Observation.objects.create(kind=ObservationKind.ACCOMMODATION, code="U1", on_date=date(2026, 2, 10), **at)
    CarePeriod.objects.create(began_date=date(2020, 1, 1), **at)
    factories.status(yara, CareLeaverStatus.ELIGIBLE)
    client.force_login(factories.manager(yara.authority))

    page = client.get(f"/staff/people/{yara.pk}/").text

    assert '<span class="quiet">U1</span>' in page
    assert ", suitable" in page
    assert "10 February 2026 · The Department&#39;s return file" in page
    assert "One time in care" in page
    assert "this status no longer fits. Check it." in page
    assert "Not joined yet." in page
    assert "can read the same sentences" not in page
    assert "right for you" not in page


def test_a_status_that_does_not_fit_is_asked_about_and_kept_once_ticked(client: Client) -> None:
    yara = factories.young_person(factories.authority())
    client.force_login(factories.manager(yara.authority))
    page = f"/staff/people/{yara.pk}/details/"

    asked = press(client, page, status="eligible")
    assert asked.status_code == 422
    assert "does not fit. Nothing was saved" in asked.text
    assert not Observation.objects.exists()
    assert press(client, page, status="eligible", is_status_checked="on").status_code == 302
    assert Observation.objects.get().code == "eligible"
