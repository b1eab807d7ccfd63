from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, InterfaceError, InternalError, OperationalError, connection

from ownpath.core import clock, heartbeats
from ownpath.core.heartbeats import Of
from tests import factories
from tests.client import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def _due_work_done() -> None:
    heartbeats.beat(Of.DUE_WORK)


@pytest.mark.usefixtures("_due_work_done")
def test_service_is_well_while_it_reads_writes_and_does_what_is_due(client: Client) -> None:
    response = client.get("/health/")

    good = {"status": "ok", "reading": "ok", "writing": "ok", "due_work": "ok", "due_work_seconds": 0}
    assert (response.status_code, response.json()) == (200, good)


@pytest.mark.usefixtures("_due_work_done")
def test_service_says_so_when_the_database_does_not_answer(client: Client) -> None:
    with connection.execute_wrapper(silent):
        response = client.get("/health/")

    assert response.status_code == 503
    assert (response.json()["reading"], response.json()["writing"]) == ("failing", "not tried")


@pytest.mark.usefixtures("_due_work_done")
def test_service_says_so_when_it_can_read_but_not_write(client: Client) -> None:
    def only_reads(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("INSERT", "UPDATE")):
            raise OperationalError("the disk is full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(only_reads):
        response = client.get("/health/")

    assert response.status_code == 503
    assert (response.json()["reading"], response.json()["writing"]) == ("ok", "failing")


@pytest.mark.parametrize(("ago", "word"), [(None, "has never been done"), (4, "ok"), (6, "late")])
def test_service_says_when_what_is_due_was_done_last(client: Client, ago: int | None, word: str) -> None:
    if ago is not None:
        with clock.held_at(clock.now() - timedelta(minutes=ago)):
            heartbeats.beat(Of.DUE_WORK)

    response = client.get("/health/")

    assert (response.status_code, response.json()["due_work"]) == (200 if word == "ok" else 503, word)
    assert (response.json()["due_work_seconds"] or 0) // 60 == (ago or 0)


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
