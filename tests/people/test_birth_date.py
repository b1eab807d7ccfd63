from datetime import date

import pytest
from django.test import Client

from ownpath.accounts.models import Invitation
from ownpath.people.actions import WrongBirthDate, accept_invitation, add_young_person
from ownpath.people.models import BirthDate, YoungPerson
from tests import factories
from tests.web.pressing import press

pytestmark = pytest.mark.django_db

WRONG, RIGHT = date(2007, 4, 5), date(2007, 5, 4)


@pytest.fixture
def yara(client: Client) -> YoungPerson:
    ines = factories.adviser(factories.authority())
    client.force_login(ines)
    return add_young_person(actor=factories.actor(ines), name="Yara", birth_date=WRONG, email="yara@example.org")


def test_whoever_was_shut_out_by_a_wrong_date_joins_as_soon_as_it_is_right(client: Client, yara: YoungPerson) -> None:
    token = Invitation.objects.get().pk
    for _ in range(3):
        with pytest.raises(WrongBirthDate):
            accept_invitation(token=token, birth_date=RIGHT)
    page = client.get(f"/staff/people/{yara.pk}/invite/").text
    assert "The wrong date of birth was typed three times today." in page
    assert f"/staff/people/{yara.pk}/birth-date/" in page

    typed = {"birth_date-day": "4", "birth_date-month": "5", "birth_date-year": "2007"}
    assert press(client, f"/staff/people/{yara.pk}/birth-date/", **typed).status_code == 302

    client.force_login(accept_invitation(token=token, birth_date=RIGHT))
    looked = client.get("/my/looked/").text
    assert "Ines Invented changed your date of birth from 5 April 2007 to 4 May 2007." in looked


def test_the_same_date_is_no_correction(client: Client, yara: YoungPerson) -> None:
    assert press(client, f"/staff/people/{yara.pk}/birth-date/").status_code == 302

    assert not BirthDate.objects.exists()


def test_details_say_that_they_sign_in_with_another_address(client: Client) -> None:
    yara = factories.young_person(factories.authority(), email="written.down@example.org")
    client.force_login(factories.manager(yara.authority))
    page = f"/staff/people/{yara.pk}/details/"
    assert yara.user

    shown = client.get(page).text
    assert "They sign in with" in shown
    assert yara.user.email in shown
    YoungPerson.objects.update(email=yara.user.email)
    assert "They sign in with" not in client.get(page).text
