import pytest
from django.test import Client

from ownpath.people.models import YoungPerson
from ownpath.plans.models import Goal
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(client: Client) -> YoungPerson:
    council = factories.authority()
    somebody, adviser = factories.young_person(council), factories.adviser(council)
    factories.allocate(somebody, adviser)
    factories.connection(somebody, "Mimi", wish="find")
    factories.connection(somebody, "Secret", wish="more", is_left_out=True)
    client.force_login(adviser)
    return somebody


def test_a_shared_map_shows_where_help_is_wanted_and_nobody_who_is_left_out(
    client: Client, person: YoungPerson
) -> None:
    factories.shared_map(person)
    assert "The map that they share with you" in client.get(f"/staff/people/{person.pk}/").content.decode()

    page = client.get(f"/staff/people/{person.pk}/circle/").content.decode()

    assert "Where help is wanted" in page
    assert "We lost touch. I would like to find them again" in page
    assert "Mimi" in page
    assert "Secret" not in page


def test_while_it_is_not_shared_there_is_no_map(client: Client, person: YoungPerson) -> None:
    mimi = person.connection_rows.get(name="Mimi")

    record = client.get(f"/staff/people/{person.pk}/").content.decode()

    assert "map" not in record
    assert "circle" not in record
    assert client.get(f"/staff/people/{person.pk}/circle/").status_code == 404
    assert client.post(f"/staff/people/{person.pk}/circle/{mimi.who}/goal/").status_code == 404
    assert not Goal.objects.exists()


def test_a_wish_goes_on_the_plan_in_one_press(client: Client, person: YoungPerson) -> None:
    factories.shared_map(person)
    mimi = person.connection_rows.get(name="Mimi")
    path = f"/staff/people/{person.pk}/circle/{mimi.who}/goal/"

    response = client.post(path)

    goal = Goal.objects.get()
    assert goal.words == "I want to find Mimi again"
    assert response.headers["Location"] == f"/staff/people/{person.pk}/plan/#line-{goal.pk}"
    assert client.get(path).headers["Location"] == f"/staff/people/{person.pk}/circle/"
