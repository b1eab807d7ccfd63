"""Reading does not fail because looking is written, and nothing is seen without a trace."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from pytest_django import Settings

from ownpath.core.models import AuditEvent
from ownpath.organisations.due import do_due_work
from ownpath.people.models import YoungPerson
from tests import factories
from tests.client import Client

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.LATE_LOOKS = there = tmp_path / "late"
    return there


@pytest.fixture
def yara() -> YoungPerson:
    return factories.young_person(factories.authority())


@pytest.fixture
def laptop(client: Client, yara: YoungPerson) -> Client:
    ines = factories.adviser(yara.authority, "Ines Invented")
    factories.allocate(yara, ines)
    client.force_login(ines)
    return client


def page_of(yara: YoungPerson) -> str:
    return f"/staff/people/{yara.pk}/"


@pytest.fixture
def no_look_can_be_written() -> Iterator[None]:
    """On SQLite because somebody else writes and does not end; on PostgreSQL it is said."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            yield
            other.execute("ROLLBACK")
        return

    def refuses(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("INSERT"):
            raise OperationalError("read only")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuses):
        yield


def test_look_that_cannot_be_written_at_once_is_brought_in_later(
    laptop: Client, yara: YoungPerson, folder: Path, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue("no_look_can_be_written")

    assert laptop.get(page_of(yara)).status_code == 200
    assert not AuditEvent.objects.filter(kind=AuditEvent.Kind.VIEW).exists()
    [kept] = folder.iterdir()
    assert kept.stat().st_mode & 0o077 == 0
    assert "Notreal" not in kept.read_text()
    assert yara.first_name not in kept.read_text()


def test_what_was_kept_becomes_the_same_event_once(
    laptop: Client, yara: YoungPerson, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_arguments: object) -> None:
        raise OperationalError("busy")

    with monkeypatch.context() as busy:
        busy.setattr(type(AuditEvent.objects), "bulk_create", fails)
        assert laptop.get(page_of(yara)).status_code == 200
    [kept] = folder.iterdir()
    again = kept.read_bytes()

    assert do_due_work() == 0
    [event] = AuditEvent.objects.filter(kind=AuditEvent.Kind.VIEW)
    assert (event.verb, event.young_person_id, event.actor_role) == ("staff:person", yara.pk, "adviser")
    assert not list(folder.iterdir())

    kept.write_bytes(again)  # as after a power cut between the two
    assert do_due_work() == 0
    assert AuditEvent.objects.filter(kind=AuditEvent.Kind.VIEW).count() == 1


def test_look_that_can_be_kept_nowhere_shows_nothing(laptop: Client, yara: YoungPerson, folder: Path) -> None:
    folder.write_text("no folder")

    def refuses(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith("INSERT"):
            raise OperationalError("full")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuses):
        page = laptop.get(page_of(yara))

    assert page.status_code == 503
    assert yara.first_name not in page.text
