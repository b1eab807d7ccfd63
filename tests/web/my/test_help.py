from datetime import UTC, date, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import TestCase

from ownpath.about_me.models import Told
from ownpath.accounts.models import Membership
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


def is_pressed_at(phone: Client, moment: datetime, **typed: Any) -> str:
    with clock.held_at(moment), TestCase.captureOnCommitCallbacks(execute=True):
        assert press(phone, go="not_safe", **typed).headers["Location"] == HELP
    with clock.held_at(moment):
        return text(phone.get(HELP))


def in_order(page: str, *parts: str) -> bool:
    """Whether these follow each other on the page, below its heading."""
    places = [page.index(part, page.index("<h1>")) for part in parts]
    return places == sorted(places)


def test_the_red_button_comes_first_then_999_then_numbers_and_nothing_leads_away_before(phone: Client) -> None:
    page = text(phone.get(HELP))

    assert in_order(page, "One tap and we’ll tell Ines", "I don’t feel safe", "tel:999", "116123", "Go to my page")
    main = page[page.index("<main") : page.index("</main>")]
    assert "<a " not in main[: main.index('value="not_safe"')].replace('<a href="#', "")
    assert "I’d like help with this" not in main


def test_press_says_who_was_told_when_and_by_when_they_ring_before_anything_else(
    phone: Client, yara: YoungPerson
) -> None:
    yara.phone = "07700 900555"
    yara.save()
    factories.standards(yara.authority, duty_emails="duty@example.org", climb_minutes=60)

    page = is_pressed_at(phone, NOW)

    assert in_order(
        page,
        "We’ve told Ines and the duty team",
        "Sent at 14:30.",
        "Someone will ring you before 15:30.",
        "We won’t close this until someone has spoken to you.",
        "tel:999",
        "+447700900123",
        "What number is safe for you now?",
        "They have this number: 07700 900555",
        "You said: I don’t feel safe",
    )
    assert "9 November 2026 at 14:30" in page
    assert "It’s at the top of Ines Invented’s list now." in page
    assert "They do not see answers that are just for you." in page
    assert "We have no number for you" not in page


def test_shortly_before_midnight_the_day_is_named(phone: Client, yara: YoungPerson) -> None:
    yara.phone = "07700 900555"
    yara.save()

    page = is_pressed_at(phone, datetime(2026, 11, 9, 23, 30, tzinfo=UTC))

    assert "Someone will ring you before Tuesday 10 November at 00:30." in page


def test_without_a_number_the_page_asks_for_one_and_gives_it_to_whoever_was_called(
    phone: Client, yara: YoungPerson
) -> None:
    page = is_pressed_at(phone, NOW)
    assert "Someone will try to reach you before 15:30." in page
    assert "We have no number for you. Tell us one that’s safe." in page

    typed = form_on(phone.get(HELP)) | {"phone": "+44 (0)7700 900777", "may_call": "text"}
    assert phone.post(f"{HELP}number/", typed).headers["Location"] == HELP

    row = Told.objects.get()
    assert (row.heading, row.phone, row.may_call) == ("contact", "+44 (0)7700 900777", "text")
    with clock.held_at(NOW):
        page = text(phone.get(HELP))
    assert "They have this number: +44 (0)7700 900777" in page
    assert "Someone will text you before 15:30." in page
    phone.force_login(yara.allocation_rows.get().adviser)
    record = text(phone.get(f"/staff/people/{yara.pk}/"))
    assert '<a href="sms:+447700900777">' in record
    assert 'href="tel:+447700900777"' not in record
    assert "Text only. They ask us not to ring." in record


def test_a_number_beside_what_was_written_before_changes_nothing_else(phone: Client, yara: YoungPerson) -> None:
    factories.told(yara, "contact", words="Not before two.", phone="07700 900001", may_email="no", may_call="text")

    phone.post(f"{HELP}number/", form_on(phone.get(f"{HELP}number/")) | {"phone": "07700 900002", "may_call": ""})
    phone.post(f"{HELP}number/", {"phone": "", "may_call": ""})

    row = Told.objects.get(ended_at=None)
    assert row.content == ("Not before two.", "07700 900002", "no", "text")
    assert Told.objects.count() == 2


def test_a_number_that_cannot_be_dialled_is_asked_about_and_kept_in_the_box(phone: Client) -> None:
    page = phone.post(f"{HELP}number/", {"phone": "my mum’s", "may_call": "yes"})

    assert page.status_code == 422
    assert "We can’t tell which number to ring from “my mum’s”." in text(page)
    assert 'value="my mum’s"' in text(page)
    assert not Told.objects.exists()


def test_own_number_comes_before_the_one_that_staff_hold(phone: Client, yara: YoungPerson) -> None:
    yara.phone = "07700 900555"
    yara.save()
    factories.told(yara, "contact", words="", phone="07700 900777")

    page = is_pressed_at(phone, NOW)

    assert "They have this number: 07700 900777" in page
    assert "07700 900555" not in page


def test_who_must_not_be_rung_is_not_promised_a_ring(phone: Client, yara: YoungPerson) -> None:
    factories.told(yara, "contact", words="", phone="07700 900777", may_call="no")

    page = is_pressed_at(phone, NOW)

    assert "Someone will try to reach you before 15:30." in page
    assert "will ring you" not in page


def test_where_nobody_can_be_told_it_says_so_and_the_numbers_come_first(phone: Client, yara: YoungPerson) -> None:
    yara.allocation_rows.update(ended_at=clock.now())
    Membership.objects.filter(role="manager").update(ended_at=clock.now())

    page = is_pressed_at(phone, NOW)

    assert in_order(page, "There’s nobody we can tell right now", "Please don’t wait for us.", "tel:999")
    assert "We’ve told" not in page
    assert "will ring you" not in page


def test_pressed_again_it_says_when_they_were_told_last(phone: Client) -> None:
    is_pressed_at(phone, NOW)

    page = is_pressed_at(phone, NOW + timedelta(minutes=10))

    assert "We’ve told Ines" in page
    assert "Sent at 14:40." in page
    assert "before 15:30." in page


def test_help_without_danger_says_whose_list_it_is_on(phone: Client) -> None:
    press(phone, go="help")

    page = text(phone.get(HELP))

    assert "It’s at the top of Ines Invented’s list now." in page
    assert "We’ve told" not in page
    assert in_order(page, "I don’t feel safe", "tel:999")


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
