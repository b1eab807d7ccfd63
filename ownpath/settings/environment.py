"""Typed readers of environment variables. Nothing else in Ownpath reads the environment.

A missing or malformed value stops the start with a sentence that names the variable.
"""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str | None = None) -> str:
    """The variable as text; raises `ImproperlyConfigured` when it is unset and has no default."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set the environment variable {name}.")
    return value


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated variable as a list of words."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def number(name: str, default: int) -> int:
    """A whole number; raises `ImproperlyConfigured` for anything else."""
    value = text(name, str(default))
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.") from None


def database(url: str) -> dict[str, Any]:
    """Django's settings for one database from `sqlite:///path` or `postgres://user:password@host:port/name`."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(parts.path[1:])
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            # A pool and CONN_MAX_AGE must never be set together.
            "OPTIONS": {"pool": {"min_size": 1, "max_size": 8}},
        }
    raise ImproperlyConfigured("DATABASE_URL must start with sqlite:/// or postgres://.")


def sqlite(path: str) -> dict[str, Any]:
    """SQLite set up for several writers: it waits for its turn and never half-writes."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
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
