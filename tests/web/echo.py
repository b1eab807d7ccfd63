"""A program for gunicorn that says how a request reached it."""

import json
from collections.abc import Callable
from typing import Any


def application(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
    """Method, path, length of the body and the headers."""
    names = [name for name in environ if name.startswith("HTTP_")]
    seen = {"path": environ["PATH_INFO"], "length": len(environ["wsgi.input"].read())}
    start("200 OK", [("Content-Type", "application/json")])
    return [json.dumps(seen | {name: environ[name] for name in names}).encode()]
