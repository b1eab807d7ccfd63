"""An answer takes a time that grows no faster than what was typed: nobody stops the service with one long line.

Every form that anybody can reach, signed in or not, on a lent device or from an invitation, is sent 900 KB of signs
over which a careless search goes again and again. What is held is CPU time: a busy machine is slow, not wrong.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.core.cache import cache
from django.db import transaction
from django.urls import Resolver404, resolve, reverse

from tests.client import Client
from tests.soak.visitor import Field, Form, Page

from .access import table
from .visiting import ROUTES, signed_in, text_of, visit
from .world import World, build

# Python and templates are the same on every database.
pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

LONG = 900_000
# Each run is long, and stands between letters: none may be cut from an end.
WHITE = (" ", "\t", "\n", "\r\n", " \n", "\N{NO-BREAK SPACE}", "\N{LINE SEPARATOR}")
SIGNS = ("\u0301\u0323", "(", "[{", "( ", "<", "&", "\N{RIGHT-TO-LEFT OVERRIDE}", "1 ", "@.", "no ")
TYPED = {"text", "email", "tel", "textarea"}
NOT_OF_THE_FORM = {"csrfmiddlewaretoken", "typed_by"}
# Ordinary posts take 10 to 80 ms here, and 900 KB of these signs up to 150.
AT_MOST_TIMES, OF_AT_LEAST = 15, 0.03


@dataclass(slots=True)
class Found:
    """A kind of form, and somebody to whom it was shown."""

    form: Form
    cookies: dict[str, str]

    def fields(self, *, are_typed: bool) -> list[str]:
        return [
            each.name
            for each in self.form.fields
            if (each.kind in TYPED) == are_typed and each.name not in NOT_OF_THE_FORM
        ]

    def filled(self, words: str) -> dict[str, str]:
        """The form as it was drawn, with these words in every field that is typed into."""
        drawn = {each.name: each.value for each in self.form.fields if each.kind == "hidden"}
        return drawn | dict.fromkeys(self.fields(are_typed=True), words)


def test_900_kb_of_any_signs_in_any_field_take_little_longer_than_a_word() -> None:
    found = forms(build())
    assert len(found) > 100
    of_each_way_in = {"account_request_login_code", "invitation", "lent my:area", "staff:contact", "staff:duty-contact"}
    assert of_each_way_in <= {name.partition(" (")[0] for name in found}

    slow = {}
    for name, each in found.items():
        ordinary = max(OF_AT_LEAST, seconds(each, each.filled("x")))
        for what, given in hostile(each):
            took = seconds(each, given)
            if took > AT_MOST_TIMES * ordinary:
                slow[f"{what} {name}"] = f"{took:.2f} s, a word {ordinary:.2f} s"
    assert slow == {}


def hostile(found: Found) -> Iterator[tuple[str, dict[str, str]]]:
    typed, others = found.fields(are_typed=True), found.fields(are_typed=False)
    if typed:
        yield "white space", found.filled(runs(WHITE, LONG // len(typed)))
        yield "signs", found.filled(runs(SIGNS, LONG // len(typed)))
    if "go" in others:
        yield "white space half typed", found.filled(runs(WHITE, LONG // max(1, len(typed)))) | {"go": "keep"}
    if others:
        yield "white space not typed", dict.fromkeys(others, runs(WHITE, LONG // len(others)))


def runs(signs: tuple[str, ...], size: int) -> str:
    each = size // len(signs)
    return "a" + "b".join(sign * (each // len(sign.encode())) for sign in signs) + "c"


def seconds(found: Found, given: dict[str, str]) -> float:
    client = Client(raise_request_exception=False)
    client.cookies.load(found.cookies)
    cache.clear()
    with transaction.atomic():
        began = time.process_time()
        response = client.post(found.form.action, given)
        took = time.process_time() - began
        transaction.set_rollback(True)
    assert response.status_code < 500
    return took


def forms(world: World) -> dict[str, Found]:
    """One form of each kind: where it is sent, and which fields it has."""
    found: dict[str, Found] = {}
    everyone = signed_in(world)
    for url, cookies in pages(world, everyone):
        for form in Page(url, text_of(visit(cookies, url))).forms:
            found.setdefault(kind_of(form), Found(form, cookies))
    for name, each in single_buttons(world, everyone).items():
        found.setdefault(f"{name} (button)", each)
    url, cookies = reverse("my:area", kwargs={"area": "home"}), lent(world, signed_in(world)["Ines"])
    for form in Page(url, text_of(visit(cookies, url))).forms:
        found[f"lent {kind_of(form)}"] = Found(form, cookies)
    return found


def kind_of(form: Form) -> str:
    return f"{name_of(form.action)} ({', '.join(sorted({each.name for each in form.fields}))})"


def pages(world: World, everyone: dict[str, dict[str, str]]) -> Iterator[tuple[str, dict[str, str]]]:
    """Each page that takes a form, with somebody to whom it opens."""
    known: set[str] = set()
    for persona, cookies in everyone.items():
        with_forms = open_to(persona, "200/") - open_to(persona, "200/405") - known
        yield from ((url_of(world, route), cookies) for route in with_forms)
        known |= with_forms


def single_buttons(world: World, everyone: dict[str, dict[str, str]]) -> dict[str, Found]:
    """What is only sent to, often by a single button: with every name that such a button or its page sends."""
    fields = [Field(name, "text", "") for name in ("words", "go", "use", "done", "sharing", "ring", "up_to")]
    return {
        route: Found(Form(url_of(world, route), fields), cookies)
        for persona, cookies in everyone.items()
        for answer in ("302/302", "302/403", "200/403")
        for route in open_to(persona, answer)
    }


def open_to(persona: str, answer: str) -> set[str]:
    answers = {route: cells[persona] for route, cells in table().items() if not route.startswith(("gallery", "demo"))}
    return {route for route, cell in answers.items() if cell.startswith(answer)}


def url_of(world: World, route: str) -> str:
    return reverse(route, kwargs={name: world.things[name] for name in ROUTES[route].needs})


def lent(world: World, cookies: dict[str, str]) -> dict[str, str]:
    """The cookies of a device that an adviser handed over, on which somebody has begun to answer."""
    client = Client()
    client.cookies.load(cookies)
    client.post(url_of(world, "staff:together"), {"pin": "8305"})
    client.post(reverse("my:survey"))
    return {name: morsel.value for name, morsel in client.cookies.items()}


def name_of(path: str) -> str:
    try:
        return resolve(path.partition("?")[0]).view_name
    except Resolver404:
        return ""
