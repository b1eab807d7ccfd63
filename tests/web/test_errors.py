"""Whatever went wrong, the page says who to call, and needs neither a database nor anybody's name."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from ownpath.web.views import errors

pytestmark = pytest.mark.any_database

PAGES = {
    "400": errors.bad_request,
    "403": errors.form_expired,
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
