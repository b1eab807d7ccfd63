"""The readers of the environment name what is missing or wrong."""

from collections.abc import Callable
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


def test_number_is_read_with_spaces_about_it_or_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.number("OWNPATH_TEST", 587) == 587

    monkeypatch.setenv("OWNPATH_TEST", " 25 ")
    assert environment.number("OWNPATH_TEST", 587) == 25


PAGE = "https://ownpath.example"
GOOD_KEY = "8fR2k_wQz7-LxT0vYb3NcJ5hGm9SdPa1EuIoX4tKqW6ZyBnHrVlC"
REFUSED = {
    environment.secret_key: [
        "",
        "short",
        "x" * 64,
        "abcdefghijklmnop" * 4,
        "twenty one different words make no key however long they are",
        f"django-insecure-{GOOD_KEY}",
    ],
    environment.hosts: [
        "",
        " , ",
        "*",
        ".own.example",
        "*.own.example",
        "own.example.",
        "-",
        "own.example:443",
        "a b.example",
    ],
    environment.https_site: [
        "",
        "https://",
        "http://own.example",
        "https://own.example/there",
        "https://own.example?x=1",
        "https://own.example/?",
        "https://own.example#x",
        "https://me:word@own.example",
        "https://own.example:99999",
        "https://own.example:",
        "https://own .example",
        "https://[::1",
        "ownpath.example",
    ],
    environment.sender: ["", "Ownpath", "a@b", "a@b.example, c@d.example", "a@b.example\nBcc: c@d.example", "<>"],
    environment.age_recipient: ["junk", f"AGE-SECRET-KEY-1{'Q' * 58}", f"age1{'q' * 57}"],
    environment.addresses: ["junk", "a@b.example,junk", "Ann <a@b.example>"],
    lambda name: environment.https_address(name, PAGE): [
        "",
        "javascript:alert(1)",
        "http://news.example/",
        "//news.example",
    ],
    lambda name: environment.number(name, 1, least=1, most=65535): [
        "many",
        "",
        "0",
        "-1",
        "65536",
        "99999999",
        "9" * 5000,
        "1.5",
        "\u0661",
    ],
}


@pytest.mark.parametrize(
    ("reader", "value"), [(reader, value) for reader, values in REFUSED.items() for value in values]
)
def test_value_that_is_no_good_is_refused_by_name_and_not_repeated(
    reader: Callable[[str], object], value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OWNPATH_TEST", value)

    with pytest.raises(ImproperlyConfigured, match=r"^OWNPATH_TEST must be .*\.$") as refused:
        reader("OWNPATH_TEST")

    assert len(value) < 9 or value not in str(refused.value)


def test_good_values_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    for reader, value, read in [
        (environment.secret_key, GOOD_KEY, GOOD_KEY),
        (environment.hosts, "own.example, localhost", ["own.example", "localhost"]),
        (environment.https_site, "https://own.example:8443/", "https://own.example:8443"),
        (environment.sender, "Own path <hello@own.example>", "Own path <hello@own.example>"),
        (environment.addresses, "a@b.example, c@d.example", ["a@b.example", "c@d.example"]),
        (lambda name: environment.https_address(name, ""), "https://a.example/b?c=d", "https://a.example/b?c=d"),
    ]:
        monkeypatch.setenv("OWNPATH_TEST", value)
        assert reader("OWNPATH_TEST") == read


@pytest.mark.parametrize(
    "url",
    ["", "postgres://u:p#a@h/n", "postgres://u:1#a@h/n", "postgres://u:p@h:99999/n", "postgres://u:p@h/", "postgres://[x/n",
     "sqlite://", "postgres://u:pa/ss@h/n", "mysql://me@db.example/ownpath"],
)  # fmt: skip
def test_database_that_cannot_be_read_is_refused(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^DATABASE_URL must start with"):
        environment.database(url)


def test_postgres_address_is_taken_apart() -> None:
    found = environment.database("postgres://me:p%40ss@db.example:6543/own%20path")

    assert found["ENGINE"] == "ownpath.core.postgres"
    assert (found["USER"], found["PASSWORD"], found["HOST"]) == ("me", "p@ss", "db.example")
    assert (found["PORT"], found["NAME"]) == ("6543", "own path")
    assert found["CONN_HEALTH_CHECKS"], "A connection that lasts is looked at before it serves anybody."


def test_sqlite_waits_for_its_turn_and_makes_its_folder(tmp_path: Path) -> None:
    found = environment.database(f"sqlite:///{tmp_path}/new/own.sqlite3")

    assert found["NAME"] == f"{tmp_path}/new/own.sqlite3"
    assert (tmp_path / "new/own.sqlite3").stat().st_mode & 0o777 == 0o600
    assert (found["OPTIONS"]["transaction_mode"], found["OPTIONS"]["timeout"]) == ("IMMEDIATE", 5)
    assert "foreign_keys=ON" in found["OPTIONS"]["init_command"]


ELSEWHERE = "postgres://me:pass@db.example:6543/own"


def test_database_on_another_machine_is_reached_by_tls_and_shows_who_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PGSSLMODE", raising=False)
    monkeypatch.delenv("PGSSLROOTCERT", raising=False)
    found = environment.database(ELSEWHERE)
    assert environment.encrypted(found)["OPTIONS"] == found["OPTIONS"] | {"sslmode": "verify-full"}

    monkeypatch.setenv("PGSSLROOTCERT", "/etc/council.pem")
    monkeypatch.setenv("PGSSLMODE", "require")
    tls = {"sslmode": "require", "sslrootcert": "/etc/council.pem"}
    assert environment.encrypted(found)["OPTIONS"] == found["OPTIONS"] | tls


@pytest.mark.parametrize("host", ["", "localhost", "127.0.0.1", "[::1]"])
def test_database_on_this_machine_needs_no_tls(host: str) -> None:
    found = environment.database(f"postgres://me:pass@{host}/own")

    assert environment.encrypted(found) == found


def test_sqlite_has_no_tls(tmp_path: Path) -> None:
    found = environment.database(f"sqlite:///{tmp_path}/own.sqlite3")

    assert environment.encrypted(found) == found


def test_a_mode_of_tls_that_there_is_not_is_refused_and_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGSSLMODE", "verify-fully")

    with pytest.raises(ImproperlyConfigured, match=r"^PGSSLMODE must be one of disable, .*, verify-full\.$"):
        environment.encrypted(environment.database(ELSEWHERE))
