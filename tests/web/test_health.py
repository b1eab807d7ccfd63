import pytest
from django.db import OperationalError, connection

from tests import factories
from tests.client import Client

pytestmark = pytest.mark.django_db


def test_service_is_well_while_the_database_answers(client: Client) -> None:
    response = client.get("/health/")

    assert (response.status_code, response.json()) == (200, {"status": "ok", "database": "ok"})


def test_service_says_so_when_the_database_does_not_answer(client: Client) -> None:
    with connection.execute_wrapper(silent):
        response = client.get("/health/")

    assert response.status_code == 503
    assert '"ok"' not in response.text


def test_page_says_that_it_is_not_their_fault_when_the_database_does_not_answer(client: Client) -> None:
    client.force_login(factories.manager(factories.authority()))

    with connection.execute_wrapper(silent):
        response = client.get("/staff/")

    assert response.status_code == 503
    assert "It was not you." in response.text


def silent(*_arguments: object) -> None:
    raise OperationalError("no answer")
