"""Processes are killed while people save: what was acknowledged is there, and there once."""

import os
import random
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPException

from ownpath.organisations import row_security
from ownpath.plans.models import Win

from .people import SESSION
from .service import Service, until
from .visitor import Visitor

PAGE = "/my/wins/add/"
EVERYTHING_EVERY = 8


@dataclass(slots=True)
class Kills:
    kills: int = 0
    tries: int = 0
    acknowledged: set[str] = field(default_factory=set)
    lost: int = 0
    doubled: int = 0
    back: list[float] = field(default_factory=list)


def kills(service: Service, sessions: list[str], seconds: float) -> Kills:
    """Young people save wins while workers die, and every eighth time all processes at once."""
    found, is_over = Kills(), threading.Event()
    with ThreadPoolExecutor(len(sessions) + 1) as pool:
        savers = [pool.submit(_save, service, session, number, is_over) for number, session in enumerate(sessions)]
        pool.submit(_kill, service, found, seconds, is_over).result()
        for saver in savers:
            tries, acknowledged = saver.result()
            found.tries += tries
            found.acknowledged |= acknowledged
    with row_security.everything(reason="It counts what was saved of invented people."):
        kept = list(Win.objects.filter(words__startswith="Soaked ").values_list("words", flat=True))
    found.lost = len(found.acknowledged - set(kept))
    found.doubled = len(kept) - len(set(kept))
    return found


def _kill(service: Service, found: Kills, seconds: float, is_over: threading.Event) -> None:
    chance, ends_at = random.Random(1), time.monotonic() + seconds
    try:
        while time.monotonic() < ends_at:
            time.sleep(chance.uniform(0.3, 1.2))
            found.kills += 1
            if found.kills % EVERYTHING_EVERY == 0:
                service.kill_everything()
                began = time.perf_counter()
                service.start()
            elif children := service.workers():
                began = time.perf_counter()
                with suppress(ProcessLookupError):
                    os.kill(chance.choice(children), signal.SIGKILL)
            until(lambda: _is_up(service))
            found.back.append(time.perf_counter() - began)
    finally:
        is_over.set()


def _is_up(service: Service) -> bool:
    try:
        return Visitor(service.port).asks("GET", "/sign-in/")[0] == 200
    except (OSError, HTTPException):
        return False


def _save(service: Service, session: str, saver: int, is_over: threading.Event) -> tuple[int, set[str]]:
    visitor, acknowledged, tries, number = Visitor(service.port, session, SESSION), set(), 0, 0
    while not is_over.is_set():
        number += 1
        words = f"Soaked {saver} {number}"
        form: list[tuple[str, str]] | None = None
        while not is_over.is_set():
            tries += 1
            try:
                if form is None:
                    _status, page = visitor.looks(PAGE)
                    form = next(
                        (
                            [
                                (each.name, words if each.name == "words" else each.value)
                                for each in each_form.fields
                                if each.kind in {"hidden", "textarea"} or each.name == "words"
                            ]
                            for each_form in page.forms
                            if each_form.is_saved_once
                        ),
                        None,
                    )
                if form is not None and visitor.asks("POST", PAGE, form)[0] == 302:
                    acknowledged.add(words)
                    break
            except (OSError, HTTPException):
                time.sleep(0.05)
    return tries, acknowledged
