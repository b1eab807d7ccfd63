from typing import Any

import pytest
from django.test import Client

from ownpath.about_me.models import Reading
from ownpath.people.models import YoungPerson
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(client: Client) -> YoungPerson:
    council = factories.authority()
    somebody, adviser = factories.young_person(council, phone="07700 900001"), factories.adviser(council)
    factories.allocate(somebody, adviser)
    client.force_login(adviser)
    return somebody


def text(response: Any) -> str:
    found: str = response.content.decode()
    return found


def test_list_and_record_lead_there_until_it_is_read(client: Client, person: YoungPerson) -> None:
    record, about = f"/staff/people/{person.pk}/", f"/staff/people/{person.pk}/about-me/"
    asks_to_read = "wrote about themselves before you meet"
    assert asks_to_read not in text(client.get(record))
    told = factories.told(person)
    for page in (record, "/staff/"):
        assert "before you meet" in text(client.get(page))

    response = client.post(about, {"up_to": told.pk}, follow=True)

    assert "They can see now that you have read it." in text(response)
    for page in (record, "/staff/"):
        assert "before you meet" not in text(client.get(page))
    assert "Nothing is new since then." in text(client.get(about))


def test_what_is_new_is_marked(client: Client, person: YoungPerson) -> None:
    reader = person.allocation_rows.get().adviser
    factories.reading(factories.told(person), reader)
    factories.told(person, "proud", words="I can swim.")

    page = text(client.get(f"/staff/people/{person.pk}/about-me/"))

    assert page.count('<span class="tag">New</span>') == 1
    assert page.index("New</span>") > page.index("My brother.")
    assert "Read what is new in what Yara Notreal wrote" in text(client.get(f"/staff/people/{person.pk}/"))


@pytest.mark.parametrize("up_to", ["", "nonsense", "\x00", "01a205b3-0300-758e-ac05-3f5c94a9ceae"])
def test_a_press_that_names_nothing_changes_nothing(client: Client, person: YoungPerson, up_to: str) -> None:
    factories.told(person)

    assert client.post(f"/staff/people/{person.pk}/about-me/", {"up_to": up_to}).status_code == 404
    assert not Reading.objects.exists()


def test_how_to_reach_them_safely_stands_where_one_is_about_to(client: Client, person: YoungPerson) -> None:
    record, contact, ask = (f"/staff/people/{person.pk}/{page}" for page in ("", "contact/", "ask/"))
    assert "mailto:" not in text(client.get(record))
    assert "tel:+447700900001" in text(client.get(record))
    factories.told(person, "contact", words="Not before two.", may_email="no", may_call="no")

    for page in (record, contact):
        assert "Not before two." in text(client.get(page))
        assert "They ask us not to email them." in text(client.get(page))
        assert "They ask us not to call or text them." in text(client.get(page))
    assert "tel:+447700900001" not in text(client.get(record))
    assert "07700 900001" in text(client.get(record))
    assert "so no email goes out" in text(client.get(ask))


def test_nothing_written_asks_for_nothing(client: Client, person: YoungPerson) -> None:
    page = text(client.get(f"/staff/people/{person.pk}/about-me/"))

    assert "has not written anything here" in page
    assert "I have read this" not in page
