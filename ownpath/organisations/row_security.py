"""The last net: on PostgreSQL a connection sees only the rows of the authority that was set for it.

Nothing set means nothing seen. SQLite has no such net; there the queries' own scoping stands alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import connection, models

EVERYTHING = "everything"
_SETTING = "ownpath.authority"
_current: ContextVar[str] = ContextVar("authority", default="")


@contextmanager
def only(authority_id: UUID | None) -> Iterator[None]:
    """Within the block the connection sees one authority's rows, or none at all for None."""
    yield from _set(str(authority_id) if authority_id else "")


@contextmanager
def everything(*, reason: str) -> Iterator[None]:
    """Within the block the connection sees all authorities. The reason is for the reader of the code."""
    assert reason
    yield from _set(EVERYTHING)


def _set(value: str) -> Iterator[None]:
    before = _current.set(value)
    _apply(value)
    try:
        yield
    finally:
        _current.reset(before)
        _apply(_current.get())


def _apply(value: str) -> None:
    if connection.vendor == "postgresql" and not connection.needs_rollback:
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config(%s, %s, false)", [_SETTING, value])


def protected_tables() -> list[tuple[str, str]]:
    """Table and authority column of every model that belongs to one authority, the audit included."""
    from ownpath.core.models import AuditEvent

    from .models import OfAuthority

    tables = [(AuditEvent._meta.db_table, "authority_id")]
    for model in apps.get_models():
        if issubclass(model, OfAuthority):
            tables.append((model._meta.db_table, "authority_id"))
    return tables


def protect_tables(**_signal: Any) -> None:
    """After each `migrate`: make sure that every such table has its policy. Safe to repeat."""
    if connection.vendor != "postgresql":
        return
    present = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table, column in protected_tables():
            if table in present:
                for statement in _policy(table, column):
                    cursor.execute(statement)


def _policy(table: str, column: str) -> list[str]:
    quoted = connection.ops.quote_name(table)
    allowed = f"current_setting('{_SETTING}', true) IN ('{EVERYTHING}', {column}::text)"
    return [
        f"ALTER TABLE {quoted} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {quoted} FORCE ROW LEVEL SECURITY",
        f"DROP POLICY IF EXISTS by_authority ON {quoted}",
        f"CREATE POLICY by_authority ON {quoted} USING ({allowed}) WITH CHECK ({allowed})",
    ]


def fault() -> str | None:
    """Why this database would not keep authorities apart, in one sentence; None where it does, and on SQLite."""
    if connection.vendor != "postgresql":
        return None
    tables = [table for table, _ in protected_tables()]
    with connection.cursor() as cursor:
        cursor.execute(_STEPS_OVER)
        if cursor.fetchone() != (False,):
            return _WRONG_ROLE
        cursor.execute(_UNPROTECTED, [tables])
        if cursor.fetchone() != (0,):
            return "A table of records has no forced row-level security: run manage.py migrate as the tables' owner."
    return None


_WRONG_ROLE = (
    "The role of DATABASE_URL steps over row-level security: give Ownpath a role that is NOSUPERUSER NOBYPASSRLS and a"
    " member of no such role."
)
_STEPS_OVER = """
    SELECT EXISTS (
        SELECT FROM pg_roles WHERE (rolsuper OR rolbypassrls) AND pg_has_role(session_user, oid, 'MEMBER')
    )
"""
_UNPROTECTED = """
    SELECT count(*) FROM pg_class WHERE oid IN (SELECT to_regclass(quote_ident(name)) FROM unnest(%s::text[]) AS name)
    AND NOT (
        relrowsecurity AND relforcerowsecurity
        AND EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid AND polname = 'by_authority')
    )
"""


def refuse_if_unsafe() -> None:
    """Raise `ImproperlyConfigured` where this database would not keep authorities apart."""
    if sentence := fault():
        raise ImproperlyConfigured(sentence)


def refuse_role_that_steps_over(**_signal: Any) -> None:
    """Before each `migrate`: tables without a policy get theirs at its end, but the role must be right."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(_STEPS_OVER)
        if cursor.fetchone() != (False,):
            raise ImproperlyConfigured(_WRONG_ROLE)


def is_protected(model: type[models.Model]) -> bool:
    """Whether the model's table is behind row-level security."""
    return model._meta.db_table in {table for table, _ in protected_tables()}
