"""Every page that is there from the start, rendered whole."""

import pytest
from django.core import mail
from django.test import Client, RequestFactory

from ownpath.core import outbox
from ownpath.core.models import OutgoingMail
from ownpath.web.views import errors
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_front_page_leads_to_signing_in(client: Client) -> None:
    page = client.get("/").content.decode()
    assert 'href="/sign-in/"' in page
    assert '<html lang="en-gb">' in page


def test_a_code_by_email_signs_in(client: Client) -> None:
    adviser = factories.adviser(factories.authority())
    assert 'autocomplete="email"' in client.get("/sign-in/").content.decode()
    asked = client.post("/sign-in/", {"email": adviser.email}, follow=True)
    assert 'autocomplete="one-time-code"' in asked.content.decode()
    outbox.deliver()
    assert mail.outbox[0].subject == "Your code for Ownpath"
    code = next(line for line in mail.outbox[0].body.splitlines() if "-" in line and " " not in line)
    assert client.post("/sign-in/code/", {"code": code.lower()})["Location"] == "/home/"
    assert "signed in as" not in client.get("/staff/").content.decode()


def test_a_code_tried_too_often_is_explained_on_the_next_page(client: Client) -> None:
    adviser = factories.adviser(factories.authority())
    client.post("/sign-in/", {"email": adviser.email})
    tries = [client.post("/sign-in/code/", {"code": "ABCD-EFGH"}, follow=True) for _attempt in range(3)]
    page = tries[-1].content.decode()
    assert "That was tried too often." in page
    assert 'class="notice" role="status"' in page


def test_an_address_that_nobody_has_gets_the_same_page_and_no_mail(client: Client) -> None:
    asked = client.post("/sign-in/", {"email": "nobody@example.org"}, follow=True)
    assert 'autocomplete="one-time-code"' in asked.content.decode()
    outbox.deliver()
    assert (mail.outbox, OutgoingMail.objects.count()) == ([], 0)
    tried = client.post("/sign-in/code/", {"code": "ABCD-EFGH"})
    assert tried.status_code == 200
    assert "<title>Error: Type the code" in tried.content.decode()


def test_a_faulty_form_says_so_in_its_title(client: Client) -> None:
    page = client.post("/sign-in/", {"email": "nobody"}).content.decode()
    assert "<title>Error: Sign in – Ownpath</title>" in page
    assert 'href="#id_email"' in page


def test_a_page_that_is_not_there_leads_back(client: Client) -> None:
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert "We cannot find that page" in response.content.decode()


def test_our_own_fault_is_said_without_a_request() -> None:
    page = errors.server_error(RequestFactory().get("/")).content.decode()
    assert "Something broke on our side" in page
    assert "<title>Something broke on our side – Ownpath</title>" in page


def test_a_broken_request_is_answered_before_anybody_is_known() -> None:
    response = errors.bad_request(RequestFactory().get("/"))
    assert response.status_code == 400
    assert "Nothing was changed." in response.content.decode()


def test_staff_see_the_places_that_they_may_go_to(client: Client) -> None:
    of = factories.authority()
    client.force_login(factories.adviser(of))
    page = client.get("/staff/").content.decode()
    assert 'aria-current="page">My young people</a>' in page
    assert "Ines Invented" in page
    assert "Without an adviser" not in page


def test_whoever_was_signed_out_while_typing_is_told_that_nothing_is_lost(client: Client) -> None:
    yara = factories.young_person(factories.authority())
    client.force_login(yara.user)
    page = client.get("/my/wins/add/").content.decode()
    typed_by = page.split('name="typed_by" value="')[1].split('"')[0]
    client.logout()
    asked = client.post("/my/wins/add/", {"words": "Slept all night.", "typed_by": typed_by}, follow=True)
    assert "What you typed is kept." in asked.content.decode()
