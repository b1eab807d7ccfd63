"""The drill: a backup comes back into an empty place, whole, and into no other."""

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pyrage
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import Settings

from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).parent.parent.parent
LOOK = """
from ownpath.organisations import row_security
from ownpath.people.models import YoungPerson
print(row_security.fault(), YoungPerson.objects.count() if {is_sqlite} else "hidden")
with row_security.everything(reason="The drill."):
    print(list(YoungPerson.objects.values_list("name", flat=True)))
"""


@pytest.fixture
def identity(tmp_path: Path, settings: Settings) -> Path:
    key = pyrage.x25519.Identity.generate()
    settings.BACKUP_RECIPIENT = str(key.to_public())
    file = tmp_path / "key.txt"
    file.write_text(f"# made for this test\n{key}\n")
    return file


@pytest.fixture
def empty(tmp_path: Path):
    """The address of a database with nothing in it."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{tmp_path}/restored.sqlite3"
        return
    of = connection.settings_dict
    with connection.cursor() as cursor:
        cursor.execute("CREATE DATABASE restored")
    yield f"postgres://{of['USER']}:{of['PASSWORD']}@{of['HOST']}:{of['PORT']}/restored"
    with connection.cursor() as cursor:
        cursor.execute("DROP DATABASE restored WITH (FORCE)")


def manage(url: str, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | environment | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "ownpath.settings.demo"}
    command = [sys.executable, "manage.py", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def backed_up(folder: Path) -> Path:
    call_command("backup", folder, verbosity=0, stdout=StringIO())
    [file] = folder.iterdir()
    return file


def test_drill(tmp_path: Path, identity: Path, empty: str) -> None:
    factories.young_person(factories.authority(), name="Zoë O’Neil")
    file = backed_up(tmp_path / "backups")

    assert file.stat().st_mode & 0o777 == 0o600
    assert "Zoë".encode() not in file.read_bytes()

    whole = file.read_bytes()
    half = tmp_path / "half.age"
    for spoilt in (whole[:-1], whole[: len(whole) // 2], whole[:-500] + b"x" + whole[-499:], b""):
        half.write_bytes(spoilt)
        refused = manage(empty, "restore", half, "--identity", identity)
        assert "cannot be read" in refused.stderr
        assert refused.returncode == 1

    restored = manage(empty, "restore", file, "--identity", identity)
    assert restored.returncode == 0, restored.stderr
    assert restored.stdout.startswith("Restored: ")

    is_sqlite = connection.vendor == "sqlite"
    found = manage(empty, "shell", "--no-imports", "--command", LOOK.format(is_sqlite=is_sqlite))
    assert found.stdout.splitlines() == [f"None {1 if is_sqlite else 'hidden'}", "['Zoë O’Neil']"], found.stderr

    again = manage(empty, "restore", file, "--identity", identity)
    assert "already has tables" in again.stderr
    assert again.returncode == 1
    assert manage(empty, "migrate", "--check").returncode == 0


def test_no_recipient_no_backup(tmp_path: Path, settings: Settings) -> None:
    settings.BACKUP_RECIPIENT = ""

    with pytest.raises(CommandError, match="Set BACKUP_RECIPIENT"):
        call_command("backup", tmp_path / "backups")

    assert not (tmp_path / "backups").exists()


def test_key_that_was_copied_wrongly_is_named_before_it_is_needed(
    tmp_path: Path, identity: Path, settings: Settings
) -> None:
    last = settings.BACKUP_RECIPIENT[-1]
    settings.BACKUP_RECIPIENT = settings.BACKUP_RECIPIENT[:-1] + ("q" if last != "q" else "p")

    with pytest.raises(CommandError, match="a letter is missing or wrong"):
        call_command("backup", tmp_path / "backups")

    assert list((tmp_path / "backups").iterdir()) == []


@pytest.mark.any_database
def test_database_that_is_away_is_said_in_words(tmp_path: Path, identity: Path, settings: Settings) -> None:
    away = "postgres://nobody:none@127.0.0.1:1/nothing"
    environment = {"BACKUP_RECIPIENT": settings.BACKUP_RECIPIENT}

    backup = manage(away, "backup", tmp_path, **environment)
    restore = manage(away, "restore", identity, "--identity", identity)

    assert "CommandError: No backup was made (OperationalError): the database does not answer." in backup.stderr
    assert "CommandError: The database does not answer (OperationalError). Nothing was restored." in restore.stderr
    assert "Traceback" not in backup.stderr + restore.stderr


def test_place_that_cannot_be_written_is_said_in_words(tmp_path: Path, identity: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(CommandError, match="No backup was made"):
        call_command("backup", tmp_path / "file")
