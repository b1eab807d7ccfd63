"""What each page asks the database, and how long it takes. Prints JSON; a process of its own for each database."""

import json
import os
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ownpath.settings.demo")
    django.setup()

from django.conf import settings
from django.db import connection
from django.db.models import Count, Q
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse

from ownpath.accounts.models import User
from ownpath.organisations import row_security
from ownpath.organisations.models import Authority
from ownpath.people.models import YoungPerson

from .filling import filled

REPEATS = 5
SIGNED_IN = 8
HOST = {"host": "127.0.0.1"}
AREA = {"area": "home"}
CONTROL = ("BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK", "COMMIT")

type Asked = dict[str, float] | None


def main() -> None:
    """Measure everything on the database that the environment names."""
    with row_security.everything(reason="It looks for the busiest people of an invented authority."):
        people = busiest()
        clients = {role: [signed_in(user) for user in users] for role, users in people.items()}
    for client in clients["young_person"]:
        begin_answering(client)
    young_person, adviser, manager = (clients[role][0] for role in ("young_person", "adviser", "manager"))
    pages = {
        "survey page": looked(young_person, "my:area", **AREA),
        "survey save": saved(young_person, "my:area", **AREA),
        "home": looked(young_person, "my:home"),
        "my road": looked(young_person, "my:road"),
        "adviser's list": looked(adviser, "staff:list"),
        "overview": looked(manager, "staff:overview"),
    }
    sessions = {
        role: [client.cookies[settings.SESSION_COOKIE_NAME].value for client in clients[role]] for role in clients
    }
    json.dump({"sessions": sessions, "pages": pages}, sys.stdout)


def busiest() -> dict[str, list[User]]:
    """Of the biggest authority: young people, the advisers of the most, and the managers."""
    sizes = YoungPerson.objects.values("authority").annotate(people=Count("pk")).order_by("-people")
    here = Authority.objects.get(pk=sizes[0]["authority"])
    staff = User.objects.filter(membership__authority=here, membership__ended_at=None)
    now = Count("allocations", filter=Q(allocations__ended_at=None))
    return {
        "young_person": list(User.objects.filter(young_person__authority=here).order_by("pk")[:SIGNED_IN]),
        "adviser": list(staff.filter(membership__role="adviser").annotate(now=now).order_by("-now", "pk")[:SIGNED_IN]),
        "manager": list(staff.filter(membership__role="manager").order_by("pk")[:SIGNED_IN]),
    }


def signed_in(user: User) -> Client:
    """A browser in which this user is signed in."""
    client = Client(headers=HOST)
    client.force_login(user, backend="ownpath.web.sign_in.SignInBackend")
    return client


def begin_answering(client: Client) -> None:
    """A draft to answer in, where there is a survey."""
    path = path_of("my:survey")
    if path:
        client.post(path)


def path_of(name: str, **kwargs: str) -> str | None:
    """The path of a page, or None where there is none."""
    try:
        return reverse(name, kwargs=kwargs)
    except NoReverseMatch:
        return None


def looked(client: Client, name: str, **kwargs: str) -> Asked:
    """The cost of looking at a page."""
    path = path_of(name, **kwargs)
    return cost_of(lambda: client.get(path), expected=200) if path else None


def saved(client: Client, name: str, **kwargs: str) -> Asked:
    """The cost of saving the form of a page."""
    path = path_of(name, **kwargs)
    return (
        cost_of(lambda form: client.post(path, form), lambda: (form_of(client, path),), expected=302) if path else None
    )


def form_of(client: Client, path: str) -> dict[str, str]:
    """The form of a page with some words typed."""
    return filled(client.get(path).text, words="It is warm now, and mine.")


def cost_of(ask: Callable[..., Any], prepare: Callable[[], tuple[Any, ...]] = tuple, *, expected: int) -> Asked:
    """How many queries it takes, those that only open and close transactions left out; the median milliseconds."""
    times, queries = [], 0
    for _repeat in range(REPEATS):
        prepared = prepare()
        began = time.perf_counter()
        with CaptureQueriesContext(connection) as captured:
            response = ask(*prepared)
        times.append((time.perf_counter() - began) * 1000)
        queries = sum(not query["sql"].startswith(CONTROL) for query in captured.captured_queries)
        assert response.status_code == expected, f"{response.request['PATH_INFO']}: {response.status_code}"
    return {"queries": queries, "milliseconds": median(times)}


if __name__ == "__main__":
    main()
