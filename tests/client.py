"""The browser of tests that need no real one: it also sees to it that looking changes nothing."""

import re
from collections.abc import Callable
from typing import Any

import django.test
from django.db import connection

from ownpath.core.models import AuditEvent
from ownpath.surveys.models import AnswerReading

_WRITE = re.compile(r"\s*(?:INSERT INTO|UPDATE|DELETE FROM|REPLACE INTO)\s+[\"`]?(\w+)", re.IGNORECASE)
NOTES_A_READING = "surveys.note_reading"
_SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


class LookingChanged(AssertionError):
    """A page that was only looked at wrote a row."""


class Client(django.test.Client):
    """A test client in which a GET may write its session, its turn, the event that it was viewed and, for the young
    person whose answers it showed, that they were read; the health page that it could write; and nothing else.
    """

    def request(self, **request: Any) -> Any:
        if request["REQUEST_METHOD"] not in _SAFE_METHODS:
            return super().request(**request)
        writes = Writes()
        with connection.execute_wrapper(writes):
            response = super().request(**request)
        if writes:
            raise LookingChanged(*writes)
        return response


class Writes(list[str]):
    """The statements that changed what a look must not change."""

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        write = _WRITE.match(sql)
        if write and not _may_be_written(write[1], params):
            self.append(sql)
        return execute(sql, params, many, context)


def _may_be_written(table: str, params: Any) -> bool:
    # Many rows at once come as a list for each column, on PostgreSQL.
    values = [value for param in params or () for value in (param if isinstance(param, list) else [param])]
    is_event = table == AuditEvent._meta.db_table and (AuditEvent.Kind.VIEW in values or NOTES_A_READING in values)
    return is_event or table in {"core_heartbeat", "core_turn", "django_session", AnswerReading._meta.db_table}
