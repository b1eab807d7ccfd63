"""Whatever went wrong, the page says who to call, and needs neither a database nor anybody's name."""

from typing import Any

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import path

from ownpath import urls
from ownpath.core import outbox
from ownpath.web.access import Public, declared
from ownpath.web.views import errors
from tests import factories

pytestmark = pytest.mark.any_database

PAGES = {
    "400": errors.bad_request,
    "403": errors.forbidden,
    "404": errors.not_found,
    "500": errors.server_error,
    "503": lambda request: errors.server_error(request, status=503),
}


@pytest.mark.parametrize("path", ["/my/plan/", "/staff/", "/"])
@pytest.mark.parametrize("status", PAGES)
def test_error_page_names_who_to_call_and_opens_no_database(status: str, path: str) -> None:
    request: Any = RequestFactory().get(path)
    request.actor = None

    response: HttpResponse = PAGES[status](request)

    assert response.status_code == int(status)
    assert all(number in response.text for number in ("tel:999", "tel:116123", "sms:85258"))


@pytest.fixture
def strict() -> Client:
    """A browser whose forms are checked, as outside of tests."""
    return Client(enforce_csrf_checks=True)


def typed(client: Client, path: str, fields: dict[str, str]) -> dict[str, str]:
    """What is sent by a page that was opened just now."""
    page = client.get(path).content.decode()
    return fields | {"csrfmiddlewaretoken": page.split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]}


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/sign-in/", "/sign-in/code/", "/my/wins/add/", "/language/"])
def test_cookies_that_did_not_come_are_named(strict: Client, path: str) -> None:
    answer = strict.post(path, {"email": "yara@example.org"})

    assert answer.status_code == 403
    assert "allow cookies for this site" in answer.text


@pytest.mark.django_db
def test_sign_in_open_in_a_second_tab_leads_home_once_somebody_is_in(strict: Client) -> None:
    yara = factories.young_person(factories.authority())
    second_tab = typed(strict, "/sign-in/", {"email": yara.user.email})
    strict.post("/sign-in/", second_tab)
    code_page = typed(strict, "/sign-in/code/", {"code": "WRNG-CODE"})
    outbox.deliver()
    code = mail.outbox[0].body.split("\n\n")[1]
    assert strict.post("/sign-in/code/", code_page | {"code": code}).headers["Location"] == "/home/"

    for page, fields in (("/sign-in/", second_tab), ("/sign-in/code/", code_page)):
        assert strict.post(page, fields).headers["Location"] == "/home/"


@pytest.mark.django_db
def test_sign_in_page_of_before_is_shown_again_with_a_sentence(strict: Client) -> None:
    of_before = typed(strict, "/sign-in/", {"email": "yara@example.org"})
    del strict.cookies["csrftoken"]
    strict.get("/sign-in/")

    page = strict.post("/sign-in/", of_before, follow=True)

    assert page.redirect_chain == [("/sign-in/", 302)]
    assert "This page had been open for a while." in page.text


@pytest.mark.django_db
def test_form_from_elsewhere_changes_nothing_and_says_so(strict: Client) -> None:
    fields = typed(strict, "/sign-in/", {"email": "yara@example.org"})

    answer = strict.post("/sign-in/", fields, headers={"origin": "https://elsewhere.example"})

    assert (answer.status_code, "Nothing was changed." in answer.text) == (403, True)


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_whatever_is_refused_by_the_framework_has_a_page() -> None:
    answer = Client(raise_request_exception=False).get("/refuses/")

    assert (answer.status_code, "Nothing was changed." in answer.text) == (403, True)


def _refuses(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


urlpatterns = [*urls.urlpatterns, path("refuses/", declared(Public("For this test."), _refuses))]
handler403 = urls.handler403
