"""A program for gunicorn that says how a request reached it."""

import json
from collections.abc import Callable
from typing import Any


def application(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
    """Path, length of the body and the headers; under /unread/ without having read the body."""
    names = [name for name in environ if name.startswith("HTTP_")]
    length = None if environ["PATH_INFO"] == "/unread/" else len(environ["wsgi.input"].read())
    seen = {"path": environ["PATH_INFO"], "length": length}
    start("200 OK", [("Content-Type", "application/json")])
    return [json.dumps(seen | {name: environ[name] for name in names}).encode()]
