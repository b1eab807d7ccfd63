"""A program for gunicorn that says how a request reached it, and can be busy."""

import json
from collections.abc import Callable
from threading import Event
from typing import Any

LARGE = b"x" * 500_000
BUSY: list[Event] = []


def application(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
    """Path, length of the body and the headers; under /unread/ without having read the body. /large/ is long. /busy/
    lasts until /health/ is asked, /leave/ says how many are busy.
    """
    path = environ["PATH_INFO"]
    names = [name for name in environ if name.startswith("HTTP_")]
    length = None if path == "/unread/" else len(environ["wsgi.input"].read())
    start("200 OK", [("Content-Type", "application/json")])
    if path == "/large/":
        return [LARGE]
    if path == "/health/":
        for each in BUSY:
            each.set()
    if path == "/busy/":
        BUSY.append(mine := Event())
        return [json.dumps({"was_let_go": mine.wait(20)}).encode()]
    seen = {"path": path, "length": length, "busy": len(BUSY)}
    return [json.dumps(seen | {name: environ[name] for name in names}).encode()]
