"""The readers of the environment name what is missing or wrong."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from ownpath.settings import environment


@pytest.fixture(autouse=True)
def _unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OWNPATH_TEST", raising=False)


def test_missing_text_is_named() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^Set the environment variable OWNPATH_TEST\.$"):
        environment.text("OWNPATH_TEST")


def test_text_is_as_it_was_set_or_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.text("OWNPATH_TEST", "by default") == "by default"

    monkeypatch.setenv("OWNPATH_TEST", " as set ")
    assert environment.text("OWNPATH_TEST", "by default") == " as set "


def test_words_are_split_at_commas_and_empty_ones_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.words("OWNPATH_TEST") == []

    monkeypatch.setenv("OWNPATH_TEST", "a.example, b.example,,")
    assert environment.words("OWNPATH_TEST") == ["a.example", "b.example"]


def test_number_that_is_none_is_named_with_its_value(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.number("OWNPATH_TEST", 587) == 587

    monkeypatch.setenv("OWNPATH_TEST", "many")
    with pytest.raises(ImproperlyConfigured, match=r"^OWNPATH_TEST must be a whole number, not 'many'\.$"):
        environment.number("OWNPATH_TEST", 587)


def test_postgres_address_is_taken_apart() -> None:
    found = environment.database("postgres://me:p%40ss@db.example:6543/own%20path")

    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert (found["USER"], found["PASSWORD"], found["HOST"]) == ("me", "p@ss", "db.example")
    assert (found["PORT"], found["NAME"]) == ("6543", "own path")
    assert "CONN_MAX_AGE" not in found, "A pool and lasting connections must never meet."


def test_sqlite_waits_for_its_turn_and_makes_its_folder(tmp_path: Path) -> None:
    found = environment.database(f"sqlite:///{tmp_path}/new/own.sqlite3")

    assert found["NAME"] == f"{tmp_path}/new/own.sqlite3"
    assert (tmp_path / "new").is_dir()
    assert (found["OPTIONS"]["transaction_mode"], found["OPTIONS"]["timeout"]) == ("IMMEDIATE", 5)
    assert "foreign_keys=ON" in found["OPTIONS"]["init_command"]


def test_other_database_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL must start with"):
        environment.database("mysql://me@db.example/ownpath")
