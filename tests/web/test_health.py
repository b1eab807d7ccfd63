from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, InterfaceError, InternalError, OperationalError, connection

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


@pytest.mark.parametrize(
    ("method", "status", "words"), [("get", 200, "I need help now"), ("post", 503, "We couldn’t tell anyone")]
)
def test_help_says_who_to_call_when_the_database_does_not_answer(
    client: Client, method: str, status: int, words: str
) -> None:
    client.force_login(factories.young_person(factories.authority()).user)

    with connection.execute_wrapper(silent):
        response = getattr(client, method)("/my/help/", {"go": "not_safe"})

    assert response.status_code == status
    assert f"<h1>{words}</h1>" in response.text
    assert all(number in response.text for number in ("tel:999", "tel:116123", "tel:08001111", "sms:85258"))


@pytest.mark.parametrize("fault", [OperationalError, InterfaceError, InternalError])
def test_database_that_fails_within_a_view_is_a_503_in_words(client: Client, fault: type[DatabaseError]) -> None:
    client.force_login(factories.manager(factories.authority()))

    def fails_later(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if "organisations_team" in sql:
            raise fault("cannot be read")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(fails_later):
        response = client.get("/staff/overview/")

    assert response.status_code == 503
    assert "It was not you." in response.text
    assert "tel:116123" in response.text


def silent(*_arguments: object) -> None:
    raise OperationalError("no answer")
