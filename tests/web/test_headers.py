"""Every kind of answer carries the same headers."""

import pytest
from pytest_django import Settings

from ownpath.web.access import routes
from ownpath.web.headers import HEADERS
from tests.client import Client

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

ANSWERS = {
    "/": 200,
    "/static/staff.css": 200,
    "/no-such-page/": 404,
    "/my/": 302,
    "/health/": 503,  # due work was never done here
    "/static/staticfiles.json": 404,
    "/sign-out/": 405,
}


@pytest.mark.parametrize(("path", "status"), ANSWERS.items())
def test_every_answer_has_the_headers(path: str, status: int, client: Client) -> None:
    response = client.get(path)
    response.close()

    assert response.status_code == status
    assert {name: response.headers.get(name) for name in HEADERS} == HEADERS


@pytest.mark.parametrize(("path", "status"), ANSWERS.items())
def test_no_answer_may_load_or_be_framed_by_anybody_else(path: str, status: int, client: Client) -> None:
    response = client.get(path)
    response.close()

    policy = response.headers["Content-Security-Policy"].split("; ")
    refused = {"default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"}
    assert refused <= set(policy)
    assert {source for each in policy for source in each.split()[1:]} <= {"'self'", "'none'"}


@pytest.mark.parametrize("path", ["/", "/static/staff.css", "/no-such-page/", "/my/", "/health/", "/sign-out/"])
def test_every_answer_over_https_asks_for_https_from_now_on(path: str, client: Client, settings: Settings) -> None:
    settings.SECURE_HSTS_SECONDS, settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = 31536000, True

    response = client.get(path, secure=True)
    response.close()

    assert response.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


TYPES = {
    "/": "text/html; charset=utf-8",
    "/no-such-page/": "text/html; charset=utf-8",
    "/static/staff.css": 'text/css; charset="utf-8"',
    "/static/page.js": 'text/javascript; charset="utf-8"',
    "/static/mark.svg": "image/svg+xml",
    "/my/offline/worker.js": "text/javascript; charset=utf-8",
    "/health/": "application/json",
}


@pytest.mark.parametrize(("path", "kind"), TYPES.items())
def test_every_answer_says_what_it_is_and_in_which_letters(path: str, kind: str, client: Client) -> None:
    response = client.get(path)
    response.close()

    assert response.headers["Content-Type"] == kind
    assert "Access-Control-Allow-Origin" not in response.headers


@pytest.mark.parametrize("path", ["/", "/sign-in/", "/language/", "/static/staff.css"])
def test_a_request_is_never_sent_back_as_it_came(path: str, client: Client) -> None:
    assert client.trace(path).status_code in {404, 405}


def test_only_leaving_asks_for_no_token_against_forged_forms() -> None:
    assert [path for path, route in routes() if getattr(route.callback, "csrf_exempt", False)] == ["leave/"]
