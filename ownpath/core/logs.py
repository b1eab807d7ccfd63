"""What a log says: what kind of thing happened and where in the program. Never whose record, which page or what words.

Our own sentences name kinds only. What libraries and databases say may hold addresses, words and the secrets of
invitations, so it is left out, whoever logs it: the kind of the fault, and the lines of the program that led there.
"""

import json
import logging
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, override

from django.apps import apps
from django.conf import settings

PROGRAM = Path(__file__).resolve().parents[2]
OURS, SERVER = "ownpath", "gunicorn.error"


def facts(record: logging.LogRecord) -> dict[str, Any]:
    """What may be told of a record: `level`, `logger`, and as far as there are some `words` of ours, the `kind` of the
    fault and of what caused it, the `place` (our own lines, the innermost last, then the library's), `route`, `status`.
    """
    fault = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
    request = getattr(record, "request", None)
    status = getattr(record, "status_code", None)
    told = {
        "level": record.levelname,
        "logger": record.name,
        "words": _words(record),
        "kind": " from ".join(_kinds(fault)),
        "place": " > ".join(_lines(fault.__traceback__)) if fault else f"{_short(record.pathname)}:{record.lineno}",
        "route": getattr(getattr(request, "resolver_match", None), "view_name", ""),
        "status": status if isinstance(status, int) else "",
    }
    return {name: value for name, value in told.items() if value}


def is_ours(logger: str) -> bool:
    """Whether the words of this logger were written in this program."""
    return logger.partition(".")[0] == OURS


def _words(record: logging.LogRecord) -> str:
    """Our own, and the server's own sentence with its gaps unfilled: that a worker took too long says so there only."""
    if is_ours(record.name):
        return record.getMessage()
    is_unfilled = record.name == SERVER and bool(record.args)
    return str(record.msg) if is_unfilled else ""


def _kinds(fault: BaseException | None) -> Iterator[str]:
    seen: set[int] = set()
    while fault is not None and id(fault) not in seen:
        seen.add(id(fault))
        yield type(fault).__qualname__
        fault = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)


def _lines(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        code = trace.tb_frame.f_code
        if _is_of_program(code.co_filename) or trace.tb_next is None:
            yield f"{_short(code.co_filename)}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next


def _is_of_program(file: str) -> bool:
    return Path(file).is_relative_to(PROGRAM / OURS)


def _short(file: str) -> str:
    """The file as one would look for it, without where it lies on this machine."""
    roots = [Path(each) for each in sys.path if each and Path(file).is_relative_to(each)]
    return str(Path(file).relative_to(max(roots, key=lambda root: len(root.parts)))) if roots else Path(file).name


class JsonLines(logging.Formatter):
    """One object a line, for a machine that gathers logs; its time is in UTC."""

    converter = staticmethod(time.gmtime)

    @override
    def format(self, record: logging.LogRecord) -> str:
        return json.dumps({"time": self.formatTime(record, "%Y-%m-%dT%H:%M:%SZ"), **facts(record)})


class Plain(logging.Formatter):
    """The same for somebody who reads along."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        return " ".join(str(value) for value in facts(record).values())


class ByMail(logging.Handler):
    """Has errors mailed to those whom `ADMINS` names; not what hostile requests cause, and not that mail fails."""

    NOT_MAILED = ("django.security", "ownpath.core.outbox", "ownpath.core.posting")

    @override
    def emit(self, record: logging.LogRecord) -> None:
        if not settings.ADMINS or not apps.ready or record.name.startswith(self.NOT_MAILED):
            return
        from . import reports  # it has rows, and logs are set up before there are any

        told = facts(record)
        answer = f"{told.get('status', record.name)} at {told.get('route', 'no page')}"
        reports.put(told.get("kind") or told.get("words") or answer, told["place"])
