from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from ownpath.accounts.models import Invitation, User
from ownpath.core import clock
from ownpath.people.actions import add_young_person
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def invitation() -> Invitation:
    adviser = factories.adviser(factories.authority(name="Testshire"), "Ines Invented")
    add_young_person(
        actor=factories.actor(adviser), name="Yara Notreal", birth_date=date(2007, 5, 4), email="yara@example.org"
    )
    return Invitation.objects.get()


def path_of(invitation: Invitation) -> str:
    return f"/invitation/{invitation.pk}/"


def test_the_link_says_who_invites_and_opening_it_changes_nothing(client: Client, invitation: Invitation) -> None:
    page = client.get(path_of(invitation)).content.decode()

    assert "Hello Yara Notreal" in page
    assert "Ines Invented from Testshire would like you to join Ownpath." in page
    assert not User.objects.filter(email="yara@example.org").exists()


def test_joining_signs_in_and_leads_home(client: Client, invitation: Invitation) -> None:
    response = client.post(path_of(invitation))

    assert (response.status_code, response["Location"]) == (302, "/home/")
    assert client.get("/home/")["Location"] == "/my/"


def test_a_second_press_says_that_one_can_sign_in(client: Client, invitation: Invitation) -> None:
    client.post(path_of(invitation))

    response = Client().post(path_of(invitation))

    assert response.status_code == 409
    assert "This invitation was used already" in response.content.decode()
    assert User.objects.filter(email="yara@example.org").count() == 1


def test_an_invitation_that_ran_out_says_whom_to_ask(client: Client, invitation: Invitation) -> None:
    with clock.held_at(clock.now() + timedelta(days=15)):
        response = client.post(path_of(invitation))

    assert response.status_code == 409
    assert "Ask Ines Invented to send a new one." in response.content.decode()


def test_a_made_up_link_is_not_there(client: Client) -> None:
    assert client.get(f"/invitation/{uuid4()}/").status_code == 404
    assert client.post(f"/invitation/{uuid4()}/").status_code == 404


def test_joining_signs_out_whoever_was_signed_in_on_the_same_phone(client: Client, invitation: Invitation) -> None:
    client.force_login(factories.young_person(factories.authority(), "Other Person").user)

    client.post(path_of(invitation))

    assert client.session["_auth_user_id"] == str(User.objects.get(email="yara@example.org").pk)
