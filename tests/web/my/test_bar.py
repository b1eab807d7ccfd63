"""Help and the way out, on every page that a young person reads."""

import pytest
from django.test import Client as Browser

from ownpath.people.models import YoungPerson
from tests import factories
from tests.client import Client
from tests.guards.visiting import ROUTES, ask, signed_in
from tests.guards.world import build

pytestmark = pytest.mark.django_db

HELP = '<a class="get-help" href="/my/help/">'
OWN_HELP = '<a class="get-help" href="#help">'  # without signal: on the page itself
LEAVE = '<form class="leave" method="post" action="/leave/" data-quick-exit>'
# What is taken away or printed, not read here.
NOT_PAGES = {"my:download", "my:paper"}
NO_PAGE = {302, 405}  # it leads elsewhere, or is only sent to


def test_every_page_of_hers_has_help_and_the_way_out() -> None:
    world = build()
    cookies = signed_in(world)["Yara"]
    seen = 0
    for route in sorted(name for name in ROUTES if name.startswith("my:")):
        page = ask(world, cookies, "get", route)
        if not page.headers.get("Content-Type", "").startswith("text/html") or page.status_code in NO_PAGE:
            continue
        if route in NOT_PAGES:
            continue
        assert HELP in page.text or (route == "my:offline" and OWN_HELP in page.text), route
        assert LEAVE in page.text, route
        seen += 1
    assert seen > 30


def test_a_page_that_is_not_there_has_them_too(phone: Client) -> None:
    page = phone.get("/my/nothing-here/")

    assert page.status_code == 404
    assert HELP in page.text
    assert LEAVE in page.text


def test_an_expired_form_has_them_too(yara: YoungPerson) -> None:
    strict = Browser(enforce_csrf_checks=True)
    assert yara.user is not None
    strict.force_login(yara.user)

    page = strict.post("/my/help/", {"go": "not_safe"})

    assert page.status_code == 403
    assert HELP in page.content.decode()


def test_staff_and_strangers_have_no_such_bar(client: Client) -> None:
    assert HELP not in client.get("/nothing-here/").text
    client.force_login(factories.adviser(factories.authority()))
    assert HELP not in client.get("/nothing-here/").text


def test_without_signal_there_are_numbers_that_work_and_nothing_personal(phone: Client, yara: YoungPerson) -> None:
    page = phone.get("/my/offline/").text

    for link in ('href="tel:999"', 'href="tel:116123"', 'href="sms:85258"'):
        assert link in page
    assert yara.name not in page
