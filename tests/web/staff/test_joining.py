import re
from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from ownpath.accounts.enums import RoleCode
from ownpath.accounts.models import Invitation, User
from ownpath.people.models import YoungPerson
from ownpath.surveys.models import SurveyRequest
from tests import factories

pytestmark = pytest.mark.django_db

UNSEEN = ("\u200b", "\u2800", "\u3164", "\u00ad", "\ufeff")
YARA = {"name": "Yara Notreal", "birth_date-day": "4", "birth_date-month": "5", "birth_date-year": "2007", "email": ""}


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


def test_an_adviser_adds_a_young_person_and_finds_them_on_the_list(client: Client, adviser: User) -> None:
    response = client.post("/staff/people/add/", YARA, follow=True)

    assert response.redirect_chain == [("/staff/", 302)]
    assert "Yara Notreal is added." in response.content.decode()
    assert YoungPerson.objects.get().allocation_rows.get().adviser == adviser


def test_the_same_press_twice_adds_one_person(client: Client, adviser: User) -> None:
    for _ in range(2):
        assert client.post("/staff/people/add/", YARA | {"once": "one-key"}).status_code == 302

    assert YoungPerson.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "Write their name."),
        ({"birth_date-year": "1907"}, "Write a date that is not before"),
        ({"birth_date-year": "2025"}, "Write a date that is not after"),
        ({"birth_date-day": "31", "birth_date-month": "2"}, "There is no such day."),
        ({"email": "nonsense"}, "Write the whole address, like name@example.org."),
        *(({"name": name}, "Write a name with at least one letter, number or emoji.") for name in UNSEEN),
        ({"name": "\u202eelttaeS"}, "There are hidden signs in this name that turn it around."),
        ({"birth_date-day": "1_0"}, "There is no such day."),
        ({"name": "x" * 121}, "This is 1 letter too long. It is all still here"),
    ],
)
def test_a_faulty_record_comes_back_with_what_was_typed(
    client: Client, adviser: User, wrong: dict[str, Any], sentence: str
) -> None:
    response = client.post("/staff/people/add/", YARA | wrong)

    page = response.content.decode()
    assert response.status_code == 422
    assert sentence in page
    assert "<title>Error: Add a young person" in page
    assert not YoungPerson.objects.exists()


def test_a_young_person_who_has_joined_is_asked_by_mail_without_case_content(
    client: Client, person: YoungPerson, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(f"/staff/people/{person.pk}/ask/")

    assert response["Location"] == f"/staff/people/{person.pk}/"
    assert SurveyRequest.objects.get().young_person == person
    (message,) = mail.outbox
    assert (message.to, message.subject) == ([person.user.email], "Ines Invented would like to hear from you")


def test_somebody_without_an_account_is_marked_as_asked_and_gets_no_mail(
    client: Client, adviser: User, django_capture_on_commit_callbacks: Any
) -> None:
    somebody = factories.young_person(adviser.membership.authority, with_user=False)
    factories.allocate(somebody, adviser)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/staff/people/{somebody.pk}/ask/")

    assert SurveyRequest.objects.filter(young_person=somebody).count() == 1
    assert mail.outbox == []


def test_a_manager_invites_an_adviser_into_a_team(client: Client) -> None:
    council = factories.authority()
    north = factories.team(council, name="North")
    client.force_login(factories.manager(council))

    response = client.post(
        "/staff/invite/",
        {"name": "Nia Newly", "email": "nia@example.org", "role": "adviser", "team": str(north.pk)},
    )

    assert response["Location"] == "/home/"
    invitation = Invitation.objects.get()
    assert (invitation.email, invitation.role, invitation.team) == ("nia@example.org", RoleCode.ADVISER, north)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"role": "system"}, "Choose one of these."),
        ({"team": "11111111-1111-7111-8111-111111111111"}, "Choose one of these."),
        ({"email": ""}, "Write their email address."),
    ],
)
def test_a_faulty_invitation_is_not_sent(client: Client, wrong: dict[str, str], sentence: str) -> None:
    client.force_login(factories.manager(factories.authority()))

    response = client.post(
        "/staff/invite/", {"name": "Nia", "email": "nia@example.org", "role": "adviser", "team": ""} | wrong
    )

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert not Invitation.objects.exists()


def test_nobody_is_invited_who_signs_in_here_already(client: Client) -> None:
    council = factories.authority()
    client.force_login(factories.manager(council))
    colleague = factories.adviser(council)

    response = client.post(
        "/staff/invite/", {"name": "Ines", "email": colleague.email.upper(), "role": "adviser", "team": ""}
    )

    assert "Somebody here signs in with this address already." in response.content.decode()


def test_an_adviser_does_not_find_the_page_for_inviting_staff(client: Client, adviser: User) -> None:
    assert client.get("/staff/invite/").status_code == 404


def test_who_could_be_here_already_is_asked_about_before_anybody_is_added(client: Client, adviser: User) -> None:
    client.post("/staff/people/add/", YARA)
    first = YoungPerson.objects.get()

    response = client.post("/staff/people/add/", YARA | {"name": "yara  NOTREAL"})

    page = response.content.decode()
    assert response.status_code == 409
    assert "Is this somebody who is here already?" in page
    assert f'<a href="/staff/people/{first.pk}/">Yara Notreal</a>' in page
    assert "Adviser: Ines Invented." in page
    assert 'value="yara  NOTREAL"' in page
    assert YoungPerson.objects.count() == 1


def test_a_tick_that_it_is_somebody_else_adds_them(client: Client, adviser: User) -> None:
    client.post("/staff/people/add/", YARA)
    asked = client.post("/staff/people/add/", YARA)
    key = re.search(r'name="duplicates" value="(\w+)"', asked.content.decode())

    response = client.post("/staff/people/add/", YARA | {"duplicates": key[1], "is_somebody_else": "on"})

    assert response.status_code == 302
    assert YoungPerson.objects.count() == 2


def test_a_tick_without_the_question_adds_nobody(client: Client, adviser: User) -> None:
    client.post("/staff/people/add/", YARA)

    response = client.post("/staff/people/add/", YARA | {"duplicates": "made-up", "is_somebody_else": "on"})

    assert response.status_code == 409
    assert 'type="checkbox" value="on" checked' not in response.content.decode()
    assert YoungPerson.objects.count() == 1


def test_nothing_is_told_of_somebody_whose_record_the_adviser_may_not_open(client: Client, adviser: User) -> None:
    council = adviser.membership.authority
    hidden = factories.young_person(council, "Yara Wickerby-Notreal", birth_date=date(2007, 5, 4), child_id="777001")
    factories.allocate(hidden, factories.adviser(council, "Sol Someone"))

    page = client.post("/staff/people/add/", YARA).content.decode()

    assert "Somebody with this birthday and a name like it has a record here already. Ask your manager" in page
    assert not any(told in page for told in ("Wickerby", "777001", "Sol Someone", str(hidden.pk)))
