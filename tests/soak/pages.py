"""The longest answer that somebody can cause by what they type into one form."""

import time

from . import hostile
from .service import Service
from .visitor import Form, Visitor

PATHS = (("", "/sign-in/"), ("young_person", "/my/wins/add/"), ("young_person", "/my/plan/goals/add/"))


def worst(service: Service, session_name: str, people: dict[str, list[str]]) -> tuple[float, float]:
    """Seconds of the longest ordinary post, and of the longest with 900 KB in one field."""
    ordinary, longest = 0.0, 0.0
    for role, path in PATHS:
        visitor = Visitor(service.port, people[role][0] if role else "", session_name)
        _status, page = visitor.looks(path)
        form = page.forms[-1] if not role else next(form for form in page.forms if form.is_saved_once)
        for each in form.fields:
            if each.kind not in {"text", "email", "textarea", "tel"}:
                continue
            ordinary = max(ordinary, _seconds(visitor, form, each.name, "x"))
            longest = max(longest, *(_seconds(visitor, form, each.name, "a" + long + "b") for long in hostile.LENGTHY))
    return ordinary, longest


def _seconds(visitor: Visitor, form: Form, name: str, typed: str) -> float:
    given = [(each.name, typed if each.name == name else each.value) for each in form.fields]
    began = time.perf_counter()
    visitor.asks("POST", form.action, given)
    return time.perf_counter() - began
