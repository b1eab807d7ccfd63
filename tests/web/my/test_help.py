from datetime import UTC, date, datetime
from html import unescape
from typing import Any

import pytest

from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.support.models import Ask
from tests import factories
from tests.client import Client
from tests.web.pressing import form_on

pytestmark = pytest.mark.django_db

HELP = "/my/help/"
NOW = datetime(2026, 11, 9, 14, 30, tzinfo=UTC)


def text(response: Any) -> str:
    return unescape(response.content.decode())


def press(phone: Client, **typed: Any) -> Any:
    return phone.post(HELP, form_on(phone.get(HELP)) | typed)


def test_page_says_whom_to_call_before_anything_is_asked(phone: Client) -> None:
    page = text(phone.get(HELP))

    for number in ("999", "+447700900123", "+441632960111", "116123", "sms:85258"):
        assert number in page
    assert "Ines Invented, your adviser" in page
    assert "The night line" in page


@pytest.mark.parametrize(("born", "is_for_them"), [(date(2007, 11, 10), True), (date(2007, 11, 9), False)])
def test_childline_is_named_until_nineteen(phone: Client, yara: YoungPerson, born: date, is_for_them: bool) -> None:
    yara.birth_date = born
    yara.save()

    with clock.held_at(NOW):
        page = text(phone.get(HELP))

    assert ("0800 1111" in page) is is_for_them


def test_press_says_that_it_arrived_and_what_happens_next(phone: Client) -> None:
    with clock.held_at(NOW):
        assert press(phone, go="not_safe").headers["Location"] == HELP
        page = text(phone.get(HELP))

    assert "We have told them" in page
    assert "You said: I don’t feel safe" in page
    assert "9 November 2026 at 14:30" in page
    assert "It is at the top of Ines Invented’s list now." in page
    assert "They do not see answers that are just for you." in page


def test_press_for_an_area_leads_back_to_it(phone: Client, yara: YoungPerson) -> None:
    factories.ask(yara, area="money", area_title="Money")

    page = text(phone.get(f"{HELP}?area=money"))

    assert "You asked for help with: Money" in page
    assert 'href="/my/survey/money/"' in page


@pytest.mark.parametrize("area", ["//evil.example", "é", "a/b", ""])
def test_way_back_never_leads_away(phone: Client, area: str) -> None:
    page = phone.get(HELP, {"area": area})

    assert page.status_code == 200
    assert 'href="/my/">Go to my page' in text(page)


def test_same_press_twice_asks_once_and_nonsense_asks_nothing(phone: Client) -> None:
    fields = form_on(phone.get(HELP)) | {"go": ["help"]}

    for _ in range(2):
        phone.post(HELP, fields)
    phone.post(HELP, {"go": "everything"})

    assert Ask.objects.count() == 1


def test_without_an_adviser_the_council_is_named(phone: Client, yara: YoungPerson) -> None:
    yara.allocation_rows.update(ended_at=clock.now())
    press(phone, go="help")

    page = text(phone.get(HELP))

    assert "Your council sees it now." in page
    assert "your adviser" not in page


def test_press_after_the_session_ended_is_not_taken_for_one_that_arrived(phone: Client, yara: YoungPerson) -> None:
    fields = form_on(phone.get(HELP)) | {"go": ["not_safe"]}
    phone.logout()
    signing_in = text(phone.post(HELP, fields, follow=True))
    assert "You pressed for help, and nobody has been told yet" in signing_in
    assert 'href="tel:999"' in signing_in
    assert "What you typed is kept" not in signing_in
    assert yara.user is not None
    phone.force_login(yara.user)

    assert "You were signed out when you pressed, so nobody knows yet." in text(phone.get(HELP))
    assert not Ask.objects.exists()
    press(phone, go="not_safe")
    assert "nobody knows yet" not in text(phone.get(HELP))
