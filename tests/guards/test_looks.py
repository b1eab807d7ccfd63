"""Nothing is seen without a trace: whatever answers with words of a record is a look, whatever the method or status.

A word is planted in every text of Yara's record. Whoever gets one of them, in a page, a list, a file or a form that
came back with a fault, must stand in the audit as having looked at her record.
"""

from html.parser import HTMLParser
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse

from ownpath.core.models import AuditEvent
from ownpath.people.models import YoungPerson
from tests.client import Client

from .access import table
from .visiting import ROUTES, signed_in, text_of
from .world import World, build, holds_words, rows_of

# What the middleware records is the same on every database.
pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

WORD = "numbatword"
PERSONAS = ("Ines", "Mo", "Dot")
TABLE = table()
# How somebody is called and reached stands on lists of people, and is no word of what is in their record.
CALLED = {"people.YoungPerson", "accounts.User"}


class Names(HTMLParser):
    """The names and drawn values of all fields of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        held = dict(attributes)
        if tag in {"input", "textarea", "select", "button"} and held.get("name"):
            self.found.setdefault(str(held["name"]), held.get("value") or "words")


@pytest.fixture
def world() -> World:
    world = build()
    for row in rows_of(YoungPerson.objects.get(pk=world.things["young_person_id"])):
        texts = [] if row._meta.label in CALLED else [field for field in row._meta.local_fields if holds_words(field)]
        planted = {field.name: f"{WORD}{'@example.org' * (field.name == 'address')}" for field in texts}
        row._meta.model.objects.filter(pk=row.pk).update(**planted)
    return world


def looked(world: World, cookies: dict[str, str], route: str, method: str, data: Any = None) -> tuple[str, bool, int]:
    """What one request answers, whether it is recorded as a look at Yara's record, and its status."""
    url = reverse(route, kwargs={name: world.things[name] for name in ROUTES[route].needs})
    client = Client(raise_request_exception=False)
    client.cookies.load(cookies)
    cache.clear()
    with transaction.atomic():
        before = set(looks_at(world))
        response: HttpResponse = getattr(client, method)(url, data or {})
        text, is_recorded = text_of(response), bool(set(looks_at(world)) - before)
        transaction.set_rollback(True)
    return text, is_recorded, response.status_code


def looks_at(world: World) -> Any:
    rows = AuditEvent.objects.filter(kind=AuditEvent.Kind.VIEW, young_person_id=world.things["young_person_id"])
    return rows.values_list("pk", flat=True)


def open_to(persona: str) -> list[str]:
    """The routes of records and lists that answer this persona with anything but that they are not there."""
    return [route for route, cells in sorted(TABLE.items()) if is_page(route) and cells[persona] not in {"404/404"}]


def is_page(route: str) -> bool:
    return not route.startswith(("gallery", "demo", "account_", "health"))


@pytest.mark.parametrize("persona", PERSONAS)
def test_whoever_gets_a_word_of_a_record_has_looked_at_it(persona: str, world: World) -> None:
    cookies = signed_in(world)[persona]
    unseen, seen = [], set()
    for route in open_to(persona):
        page, is_recorded, status = looked(world, cookies, route, "get")
        typed = Names(page).found if status == 200 else {}
        tries = [("get", page, is_recorded)]
        for what, data in {
            "empty": {},
            "faulty": dict.fromkeys(typed, "zz"),
            "stale": typed | {"version": "0"},
        }.items():
            text, is_recorded, _status = looked(world, cookies, route, "post", data)
            tries.append((f"post {what}", text, is_recorded))
        seen |= {how for how, text, _ in tries if WORD in text.lower()}
        unseen += [f"{how} {route}" for how, text, is_recorded in tries if WORD in text.lower() and not is_recorded]

    assert unseen == []
    # So that the search is known to be able to find something.
    assert {"get"} <= seen if persona == "Dot" else {"get", "post empty", "post faulty"} <= seen


@pytest.mark.parametrize("persona", PERSONAS)
def test_no_other_method_shows_a_word(persona: str, world: World) -> None:
    cookies = signed_in(world)[persona]
    answers = {
        f"{method} {route}": looked(world, cookies, route, method)
        for route in open_to(persona)
        if route.startswith("staff:")
        for method in ("head", "put", "delete", "options")
    }

    assert [how for how, (text, _, _) in answers.items() if WORD in text.lower()] == []
    offered = {how: status for how, (_, _, status) in answers.items() if not how.startswith("head ")}
    assert {how: status for how, status in offered.items() if status not in {302, 404, 405}} == {}


def test_a_form_that_comes_back_is_a_look_and_a_save_is_none(world: World) -> None:
    cookies = signed_in(world)["Ines"]

    assert looked(world, cookies, "staff:ask-answer", "post")[1:] == (True, 422)
    assert looked(world, cookies, "staff:ask-answer", "post", {"words": "On Friday"})[1:] == (False, 302)
