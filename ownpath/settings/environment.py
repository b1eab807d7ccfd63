"""Typed readers of environment variables. Nothing else in Ownpath reads the environment.

A missing or malformed value stops the start with a sentence that names the variable, and never repeats the value.
"""

import os
import re
from contextlib import suppress
from email.utils import getaddresses
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email


def text(name: str, default: str | None = None) -> str:
    """The variable as text; raises `ImproperlyConfigured` when it is unset and has no default."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set the environment variable {name}.")
    return value


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated variable as a list of words."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def number(name: str, default: int, *, least: int = 0, most: int = 2_147_483_647) -> int:
    """A whole number from `least` to `most`; raises `ImproperlyConfigured` for anything else."""
    value = text(name, str(default)).strip()
    if not re.fullmatch(r"-?[0-9]{1,10}", value) or not least <= int(value) <= most:
        raise ImproperlyConfigured(f"{name} must be a whole number from {least} to {most}.")
    return int(value)


def secret_key(name: str) -> str:
    """A key that nobody guesses: long, of many different characters, no phrase and nothing repeated."""
    key = text(name)
    blocks = {key[at : at + 8] for at in range(len(key) - 7)}
    if (
        len(key) < 50
        or len(set(key)) < 16
        or len(blocks) < (len(key) - 7) * 3 / 4
        or re.search(r"\s", key)
        or key.startswith("django-insecure-")
    ):
        raise ImproperlyConfigured(f"{name} must be at least 50 random characters, without spaces or repeated parts.")
    return key


def hosts(name: str) -> list[str]:
    """Host names as they are, separated by commas: at least one, none with a wildcard or a port."""
    named = words(name)
    if not named or not all(_is_host(host) for host in named):
        raise ImproperlyConfigured(
            f"{name} must be whole host names separated by commas, without * and without a port."
        )
    return named


def https_site(name: str) -> str:
    """The address of a site: https, a host, perhaps a port, and nothing else. Comes back without a slash at its end."""
    value = text(name)
    parts = _https(value)
    if parts is None or parts.path not in {"", "/"} or parts.query or "?" in value:
        raise ImproperlyConfigured(f"{name} must be https:// and a host name, with nothing after it.")
    return value.rstrip("/")


def https_address(name: str, default: str) -> str:
    """The address of a page, on https."""
    value = text(name, default)
    if _https(value) is None:
        raise ImproperlyConfigured(f"{name} must be the address of a page that starts with https://.")
    return value


def sender(name: str) -> str:
    """Whom e-mails come from: an address, perhaps with a name before it."""
    value = text(name)
    if not _is_mailbox(value):
        raise ImproperlyConfigured(f"{name} must be one e-mail address, such as Ownpath <hello@example.org>.")
    return value


def addresses(name: str, default: str = "") -> list[str]:
    """E-mail addresses separated by commas, or none."""
    named = words(name, default)
    if not all(_is_mailbox(each) and "<" not in each for each in named):
        raise ImproperlyConfigured(f"{name} must be e-mail addresses separated by commas.")
    return named


def age_recipient(name: str) -> str:
    """The public half of an age key, or nothing. The secret half has no business on a server."""
    value = text(name, "").strip()
    if value and not re.fullmatch(r"age1[02-9ac-hj-np-z]{58}", value):
        raise ImproperlyConfigured(f"{name} must be the public half of an age key, which starts with age1.")
    return value


def _https(value: str) -> SplitResult | None:
    if re.search(r"[\s\\]", value) or not value.isprintable():
        return None
    try:
        parts = urlsplit(value)
        good = parts.port is None or parts.port > 0
    except ValueError:
        return None
    has_more = parts.username is not None or parts.password is not None or "#" in value
    good = good and parts.scheme == "https" and not has_more and _is_host(parts.hostname or "")
    return parts if good and not parts.netloc.endswith(":") else None


def _is_host(host: str) -> bool:
    label = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
    return len(host) <= 253 and re.fullmatch(rf"{label}(\.{label})*", host, re.IGNORECASE) is not None


def _is_mailbox(value: str) -> bool:
    if not value.isprintable():
        return False
    found = getaddresses([value], strict=True)
    if len(found) != 1:
        return False
    try:
        validate_email(found[0][1])
    except ValidationError:
        return False
    return True


def database(url: str) -> dict[str, Any]:
    """Django's settings for one database from `sqlite:///path` or `postgres://user:password@host:port/name`."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _unreadable() from None
    if parts.query or parts.fragment or not parts.path[1:]:
        raise _unreadable()
    if parts.scheme == "sqlite" and not parts.netloc:
        return sqlite(parts.path[1:])
    if parts.scheme in {"postgres", "postgresql"} and "/" not in parts.path[1:]:
        return {
            "ENGINE": "ownpath.core.postgres",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(port or ""),
            # Each thread keeps its connection, and looks at each request whether it still works.
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {"connect_timeout": 2},
        }
    raise _unreadable()


def _unreadable() -> ImproperlyConfigured:
    return ImproperlyConfigured(
        "DATABASE_URL must start with sqlite:/// or postgres:// and name a database; write #, ?, @ and / in a password"
        " as %23, %3F, %40 and %2F."
    )


def sqlite(path: str) -> dict[str, Any]:
    """SQLite set up for several writers: it waits for its turn and never half-writes."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    if path != ":memory:":
        _let_only_its_owner_read(path)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "timeout": 5,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }


TLS_MODES = ("disable", "allow", "prefer", "require", "verify-ca", "verify-full")


def encrypted(database: dict[str, Any]) -> dict[str, Any]:
    """The same, so that PostgreSQL on another machine is reached by TLS only, and shows who it is; `PGSSLMODE` can say
    otherwise, for a network that is closed by itself.
    """
    mode = text("PGSSLMODE", "verify-full")
    if mode not in TLS_MODES:
        raise ImproperlyConfigured(f"PGSSLMODE must be one of {', '.join(TLS_MODES)}.")
    host = database.get("HOST", "")
    if host in {"", "localhost", "127.0.0.1", "::1"} or host.startswith("/"):
        return database
    signed_by = text("PGSSLROOTCERT", "")
    tls = {"sslmode": mode} | ({"sslrootcert": signed_by} if signed_by else {})
    return database | {"OPTIONS": database["OPTIONS"] | tls}


def _let_only_its_owner_read(path: str) -> None:
    """SQLite gives what it makes beside the file the same rights. One that is there is never opened here: closing it
    would let go of SQLite's locks.
    """
    with suppress(OSError):  # where it cannot be so, what opens the file says why
        if Path(path).exists():
            Path(path).chmod(0o600)
        else:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
