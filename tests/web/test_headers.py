"""Every kind of answer carries the same headers."""

import pytest

from ownpath.web.headers import HEADERS
from tests.client import Client

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

ANSWERS = {
    "/": 200,
    "/static/staff.css": 200,
    "/no-such-page/": 404,
    "/my/": 302,
    "/health/": 200,
    "/static/staticfiles.json": 404,
    "/sign-out/": 405,
}


@pytest.mark.parametrize(("path", "status"), ANSWERS.items())
def test_every_answer_has_the_headers(path: str, status: int, client: Client) -> None:
    response = client.get(path)
    response.close()

    assert response.status_code == status
    assert {name: response.headers.get(name) for name in HEADERS} == HEADERS
