"""Names in the order in which people look for them: accents, case and Ø make no new letters after Z.

The Unicode Collation Algorithm's own order, whatever the locale of the server: PostgreSQL brings it (ICU), SQLite is
given it here, and so is a list that Python sorts.
"""

from functools import cache, lru_cache
from typing import Any

from django.db.models import Func, TextField
from pyuca import Collator  # type: ignore[import-untyped]

MOST_NAMES = 20_000  # whose keys are kept: more than an authority has


@cache
def _collator() -> Collator:
    """Reads its table once, which takes half a second: where somebody sorts, and not at the start."""
    return Collator()


@lru_cache(MOST_NAMES)
def sort_key(name: str | None) -> bytes:
    """What to sort a name by, in Python."""
    return b"".join(weight.to_bytes(2) for weight in _collator().sort_key(name or ""))


class ByName(Func):
    """A column of names to order by, in a query: `order_by(ByName("name"), "pk")`."""

    arity = 1
    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """By the key that Python makes of each name."""
        return self.as_sql(compiler, connection, function="NAME_KEY", **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """By the collation of no country."""
        return self.as_sql(compiler, connection, template='(%(expressions)s) COLLATE "und-x-icu"', **context)


def teach(connection: Any, **_signal: Any) -> None:
    """Give SQLite the key; called for each new connection."""
    if connection.vendor == "sqlite":
        connection.connection.create_function("NAME_KEY", 1, sort_key, deterministic=True)
