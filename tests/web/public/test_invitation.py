from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core import mail
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


def born(day: str = "4", month: str = "5", year: str = "2007", **more: str) -> dict[str, str]:
    return {"birth_date-day": day, "birth_date-month": month, "birth_date-year": year} | more


def join(client: Client, invitation: Invitation, **typed: str) -> Any:
    return client.post(path_of(invitation), born(**typed))


def has_joined(email: str = "yara@example.org") -> bool:
    return User.objects.filter(email=email).exists()


def test_the_link_says_who_invites_and_opening_it_changes_nothing(client: Client, invitation: Invitation) -> None:
    page = client.get(path_of(invitation)).content.decode()

    assert "Hello Yara Notreal" in page
    assert "Ines Invented from Testshire would like you to join Ownpath." in page
    assert not has_joined()


def test_a_mail_scanner_that_opens_the_link_uses_nothing_up(client: Client, invitation: Invitation) -> None:
    for _ in range(3):
        assert client.get(path_of(invitation)).status_code == 200
        assert client.head(path_of(invitation)).status_code == 200

    assert join(client, invitation).status_code == 302


@pytest.mark.parametrize(
    "typed",
    [born(), born("04", "May"), born("٤", "5", "٢٠٠٧")],
    ids=["numbers", "month in words", "Arabic digits"],
)
def test_joining_signs_in_and_leads_home(client: Client, invitation: Invitation, typed: dict[str, str]) -> None:
    response = client.post(path_of(invitation), typed)

    assert (response.status_code, response["Location"]) == (302, "/home/")
    assert client.get("/home/")["Location"] == "/my/"


@pytest.mark.parametrize("typed", [{}, born(""), born("31", "2")])
def test_without_a_date_nobody_joins_and_nothing_is_counted(
    client: Client, invitation: Invitation, typed: dict[str, str]
) -> None:
    for _ in range(5):
        assert client.post(path_of(invitation), typed).status_code == 422

    assert not has_joined()
    assert join(client, invitation).status_code == 302


def test_a_wrong_date_says_how_often_one_can_try_and_never_what_is_on_record(
    client: Client, invitation: Invitation
) -> None:
    first = join(client, invitation, day="5")
    second = join(client, invitation, year="2008")

    assert (first.status_code, second.status_code) == (422, 422)
    assert "You can try 2 more times today." in first.content.decode()
    assert "You can try once more today." in second.content.decode()
    assert "2007" not in second.content.decode()
    assert join(client, invitation).status_code == 302


def test_after_three_wrong_dates_the_invitation_waits_until_tomorrow_and_the_inviter_is_told(
    client: Client, invitation: Invitation, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        for day in ("1", "2", "3"):
            waits = join(client, invitation, day=day)

    right = join(Client(), invitation)
    assert (waits.status_code, right.status_code) == (409, 409)
    assert "Try again tomorrow" in right.content.decode()
    assert "Try again tomorrow" in client.get(path_of(invitation)).content.decode()
    assert not has_joined()
    assert invitation.invited_by is not None
    (told,) = (one for one in mail.outbox if one.to == [invitation.invited_by.email])
    assert "typed the wrong date of birth three times" in told.body
    assert "Yara" not in told.subject + told.body

    with clock.held_at(clock.now() + timedelta(days=1)):
        assert join(client, invitation, day="9").status_code == 422
        assert join(client, invitation).status_code == 302


def test_a_second_press_says_that_one_can_sign_in(client: Client, invitation: Invitation) -> None:
    join(client, invitation)

    response = join(Client(), invitation)

    assert response.status_code == 409
    assert "This invitation was used already" in response.content.decode()
    assert User.objects.filter(email="yara@example.org").count() == 1


def test_an_invitation_that_ran_out_says_whom_to_ask(client: Client, invitation: Invitation) -> None:
    with clock.held_at(clock.now() + timedelta(days=15)):
        response = join(client, invitation)

    assert response.status_code == 409
    assert "Ask Ines Invented to send a new one." in response.content.decode()


def test_a_made_up_link_is_not_there(client: Client) -> None:
    assert client.get(f"/invitation/{uuid4()}/").status_code == 404
    assert client.post(f"/invitation/{uuid4()}/").status_code == 404


def test_somebody_elses_invitation_asks_before_it_changes_who_is_signed_in(
    client: Client, invitation: Invitation
) -> None:
    other = factories.young_person(factories.authority(), "Other Person").user
    client.force_login(other)

    page = client.get(path_of(invitation)).content.decode()
    pressed = join(client, invitation)

    assert "You are signed in as Other Person. This invitation is for Yara Notreal." in page
    assert "Sign out and join as Yara Notreal" in page
    assert pressed.status_code == 409
    assert client.session["_auth_user_id"] == str(other.pk)
    assert not has_joined()

    assert join(client, invitation, sign_out="yes").status_code == 302
    assert client.session["_auth_user_id"] == str(User.objects.get(email="yara@example.org").pk)


def test_the_page_gives_the_secret_of_its_link_to_nobody(client: Client, invitation: Invitation) -> None:
    assert client.get(path_of(invitation))["Referrer-Policy"] == "strict-origin"
