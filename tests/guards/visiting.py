"""Asking for any page of the product about Yara, as any persona."""

from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse

from tests.client import Client

from . import access
from .world import World

ROUTES = access.routes()


def ask(world: World, cookies: dict[str, str], method: str, route: str) -> HttpResponse:
    """One request, of which nothing stays."""
    needs = ROUTES[route].needs
    unknown = set(needs) - set(world.things)
    assert not unknown, f"Put {unknown} of Yara's into tests/guards/world.py."
    return visit(cookies, reverse(route, kwargs={name: world.things[name] for name in needs}), method)


def visit(cookies: dict[str, str], url: str, method: str = "get") -> HttpResponse:
    """One request of an address, of which nothing stays."""
    client = Client(raise_request_exception=False)
    client.cookies.load(cookies)
    cache.clear()
    with transaction.atomic():
        response: HttpResponse = getattr(client, method)(url)
        transaction.set_rollback(True)
    return response


def signed_in(world: World) -> dict[str, dict[str, str]]:
    """The cookies of each persona."""
    cookies = {}
    for persona, user in world.people.items():
        client = Client()
        if user is not None:
            client.force_login(user)
        cookies[persona] = {name: morsel.value for name, morsel in client.cookies.items()}
    return cookies


def text_of(response: HttpResponse) -> str:
    """What can be read in an answer, be it a page, a file or a picture."""
    return b"".join(response).decode(errors="replace")
