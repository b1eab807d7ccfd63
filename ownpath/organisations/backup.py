"""The whole database in one encrypted file, and back into an empty place.

Only the public half of the key is on the server, so what is stolen with a backup cannot be read. A manifest of every
table's count and hash travels with the rows and is compared after they came back.
"""

import hashlib
import json
import shutil
import sqlite3
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyrage
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection, transaction

from ownpath.core import clock

from . import row_security

type Manifest = dict[str, list[Any]]

_TLS = ("sslmode", "sslrootcert")


class BackupFailedError(Exception):
    """What happened and what to do, in words."""


def backup(folder: Path) -> Path:
    """Write `ownpath-<moment>.age` into the folder, readable by its owner only, while the service goes on."""
    if not settings.BACKUP_RECIPIENT:
        raise BackupFailedError("Set BACKUP_RECIPIENT to the public age key of whoever may read the backups.")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        raise BackupFailedError(f"No backup was made ({_kind(fault)}). Name a folder this user may write in.") from None
    moment = clock.now().strftime("%Y%m%dT%H%M%S%fZ")
    target, part = folder / f"ownpath-{moment}.age", folder / f".ownpath-{moment}.part"
    try:
        with TemporaryDirectory(prefix="ownpath-backup-") as place:
            archive = Path(place, "archive.tar")
            _pack(Path(place), archive)
            part.touch(mode=0o600, exist_ok=False)
            with archive.open("rb") as clear, part.open("wb") as sealed:
                pyrage.encrypt_io(clear, sealed, [pyrage.x25519.Recipient.from_str(settings.BACKUP_RECIPIENT)])
            part.replace(target)
    except pyrage.RecipientError:
        raise BackupFailedError(
            "BACKUP_RECIPIENT is no age key: a letter is missing or wrong. Copy it again. No backup was made."
        ) from None
    except DatabaseError as fault:
        raise BackupFailedError(
            f"No backup was made ({_kind(fault)}): the database does not answer. Earlier backups are as they were."
        ) from None
    except (OSError, sqlite3.Error, pyrage.EncryptError) as fault:
        raise BackupFailedError(
            f"No backup was made ({_kind(fault)}). Is there room on the disk, and may this user write there?"
            " Earlier backups are as they were."
        ) from None
    finally:
        part.unlink(missing_ok=True)
    return target


def restore(file: Path, identity: Path) -> Manifest:
    """Bring a backup into the empty database of the settings; refuses any other, and leaves nothing half done."""
    try:
        _refuse_unless_empty()
    except DatabaseError as fault:
        raise BackupFailedError(f"The database does not answer ({_kind(fault)}). Nothing was restored.") from None
    with TemporaryDirectory(prefix="ownpath-restore-") as place:
        manifest = _unpack(file, identity, Path(place))
        if manifest["vendor"] != connection.vendor:
            raise BackupFailedError(f"This backup is of {manifest['vendor']}, and the database is {connection.vendor}.")
        rows = Path(place, "rows")
        if connection.vendor == "postgresql":
            _restore_postgresql(rows, manifest["tables"])
        else:
            _restore_sqlite(rows, manifest["tables"])
    found: Manifest = manifest["tables"]
    return found


def _pack(place: Path, archive: Path) -> None:
    rows = place / "rows"
    tables = _dump_postgresql(rows) if connection.vendor == "postgresql" else _copy_sqlite(rows)
    manifest = place / "manifest.json"
    manifest.write_text(json.dumps({"vendor": connection.vendor, "tables": tables}))
    with tarfile.open(archive, "w") as tar:
        tar.add(manifest, "manifest.json")
        tar.add(rows, "rows")
    rows.unlink()


def _unpack(file: Path, identity: Path, place: Path) -> dict[str, Any]:
    archive = place / "archive.tar"
    try:
        lines = identity.read_text().splitlines()
        keys = [pyrage.x25519.Identity.from_str(line) for line in lines if line.startswith("AGE-SECRET-KEY-")]
    except (OSError, ValueError, pyrage.IdentityError):
        keys = []
    if not keys:
        raise BackupFailedError("The file of --identity holds no age key. Nothing was restored.")
    try:
        with file.open("rb") as sealed, archive.open("wb") as clear:
            pyrage.decrypt_io(sealed, clear, keys)
        with tarfile.open(archive) as tar:
            tar.extractall(place, filter="data")
        archive.unlink()
        manifest: dict[str, Any] = json.loads((place / "manifest.json").read_text())
    except (OSError, pyrage.DecryptError, tarfile.TarError, ValueError) as fault:
        raise BackupFailedError(
            f"This backup cannot be read ({_kind(fault)}): it is cut short or altered, it is for another key, or the"
            " disk is full. Nothing was restored."
        ) from None
    return manifest


def _refuse_unless_empty() -> None:
    path = None if connection.vendor == "postgresql" else Path(connection.settings_dict["NAME"])
    if (path is None or path.exists()) and connection.introspection.table_names():
        raise BackupFailedError("The database already has tables. Restore into an empty one; nothing was changed.")


# SQLite


def _copy_sqlite(rows: Path) -> Manifest:
    with closing(sqlite3.connect(connection.settings_dict["NAME"], timeout=60)) as source:
        source.execute("VACUUM INTO ?", [str(rows)])
    return _tables_of_sqlite(rows)


def _restore_sqlite(rows: Path, tables: Manifest) -> None:
    if _tables_of_sqlite(rows) != tables:
        raise BackupFailedError("The rows are not those of the manifest. Nothing was restored.")
    target = Path(connection.settings_dict["NAME"])
    part = target.with_name(f".{target.name}.part")
    connection.close()
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)
        shutil.copyfile(rows, part)
        for left in ("-wal", "-shm"):
            target.with_name(target.name + left).unlink(missing_ok=True)
        part.replace(target)
    except OSError as fault:
        raise BackupFailedError(f"The database could not be written ({_kind(fault)}). Nothing was restored.") from None
    finally:
        part.unlink(missing_ok=True)


def _tables_of_sqlite(path: Path) -> Manifest:
    with closing(sqlite3.connect(path)) as copy:
        names = [name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {name: _fingerprint(copy.execute(f'SELECT * FROM "{name}"')) for name in names}  # noqa: S608


def _fingerprint(rows: sqlite3.Cursor) -> list[Any]:
    count, digest = 0, hashlib.sha256()
    for row in rows:
        count += 1
        digest.update(repr(row).encode())
    return [count, digest.hexdigest()]


# PostgreSQL: its own programs, by the role of the service, which sees every authority for as long as they run.


def _dump_postgresql(rows: Path) -> Manifest:
    with _snapshot() as snapshot:
        tables = _tables_of_postgresql()
        _run("pg_dump", "--format=custom", "--enable-row-security", f"--snapshot={snapshot}", f"--file={rows}")
    return tables


def _restore_postgresql(rows: Path, tables: Manifest) -> None:
    _run("pg_restore", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", str(rows))
    try:
        with _snapshot():
            is_same = _tables_of_postgresql() == tables
        row_security.protect_tables()
        row_security.refuse_if_unsafe()
    except (DatabaseError, ImproperlyConfigured) as fault:
        raise BackupFailedError(
            f"The rows came back, and could not be checked ({_kind(fault)}). Do not use them: drop this database, and"
            " restore into a new one."
        ) from None
    if not is_same:
        with connection.cursor() as cursor:
            for table in connection.introspection.table_names():
                cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(table)} CASCADE")
        raise BackupFailedError("The rows are not those of the manifest. They were taken out again.")


@contextmanager
def _snapshot() -> Iterator[str]:
    with (
        row_security.everything(reason="A backup holds every authority."),
        transaction.atomic(durable=True),
        connection.cursor() as cursor,
    ):
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        yield cursor.fetchone()[0]


def _tables_of_postgresql() -> Manifest:
    found: Manifest = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            row = "md5(whole::text)"
            cursor.execute(
                f"SELECT count(*), md5(coalesce(string_agg({row}, '' ORDER BY {row}), ''))"  # noqa: S608
                f" FROM {connection.ops.quote_name(table)} AS whole"
            )
            found[table] = list(cursor.fetchone())
    return found


def _run(program: str, *arguments: str) -> None:
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda place: float(place.parent.name))
    found = next((str(place / program) for place in reversed(places) if (place / program).exists()), None)
    found = found or shutil.which(program)
    if found is None:
        raise BackupFailedError(f"PostgreSQL's {program} is not on this machine. Install the client programs.")
    of = connection.settings_dict
    environment = {
        "PGHOST": of["HOST"],
        "PGPORT": str(of["PORT"] or 5432),
        "PGUSER": of["USER"],
        "PGPASSWORD": of["PASSWORD"],
        "PGDATABASE": of["NAME"],
        "PGOPTIONS": f"-c ownpath.authority={row_security.EVERYTHING}",
    }
    environment |= {f"PG{name.upper()}": of["OPTIONS"][name] for name in _TLS if name in of["OPTIONS"]}
    into = [f"--dbname={of['NAME']}"]
    command = [found, *into, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        # The program's own words may quote a row; its name and status never do.
        raise BackupFailedError(
            f"{program} ended with status {done.returncode}. Nothing was kept: is there room on the disk, and is"
            f" {program} as new as the server?"
        )


def _kind(fault: Exception) -> str:
    return getattr(fault, "strerror", None) or type(fault).__name__
