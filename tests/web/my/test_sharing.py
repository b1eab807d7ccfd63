"""The pages of what is mine to know and decide."""

from datetime import timedelta
from html import unescape
from typing import Any

import pytest

from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.sharing.models import NotRight
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AreaAnswer
from tests import factories
from tests.client import Client

pytestmark = pytest.mark.django_db


def text(response: Any) -> str:
    return unescape(response.content.decode())


def test_table_says_who_sees_what_and_changes_it(phone: Client, yara: YoungPerson) -> None:
    factories.answer(factories.response(yara), "home")
    page = text(phone.get("/my/sharing/"))
    assert "1 answer shared." in page
    assert "Ines Invented" in page
    assert 'formaction="/my/sharing/area/home/" name="sharing" value="private"' in page

    response = phone.post("/my/sharing/area/home/", {"sharing": "private", "once": "k"})

    assert response.headers["Location"] == "/my/sharing/#home"
    assert AreaAnswer.objects.get().sharing == Sharing.PRIVATE
    phone.post("/my/sharing/area/home/", {"sharing": "shared", "once": "k"})
    assert AreaAnswer.objects.get().sharing == Sharing.PRIVATE
    assert "Share what I said last" in text(phone.get("/my/sharing/"))


def test_a_row_with_both_says_so_in_two_sentences_and_offers_both(phone: Client, yara: YoungPerson) -> None:
    factories.answer(factories.response(yara, sent_at=clock.now() - timedelta(days=9)), "home")
    factories.answer(factories.response(yara), "home", sharing=Sharing.PRIVATE)

    page = text(phone.get("/my/sharing/"))

    assert "1 answer shared. 1 just for you." in page
    row = page[page.index('<li id="home">') :].partition("</li>")[0]
    assert ("Keep it just for me" in row, "Share what I said last" in row) == (True, True)
    told = text(phone.post("/my/sharing/area/home/", {"sharing": "shared"}, follow=True))
    assert "Ines Invented and their manager can read it from now on. Ines will see it as new." in told
    assert "2 answers shared." in told


def test_what_was_private_before_the_last_can_be_shared_too(phone: Client, yara: YoungPerson) -> None:
    before = factories.response(yara, sent_at=clock.now() - timedelta(days=9))
    factories.answer(before, "home", sharing=Sharing.PRIVATE)
    factories.answer(factories.response(yara), "home")
    page = text(phone.get("/my/sharing/"))
    assert "Share what I said last" not in page
    assert "Share what I said before too" in page

    phone.post("/my/sharing/area/home/", {"sharing": "all"})

    assert "2 answers shared." in text(phone.get("/my/sharing/"))
    assert "just for you now" in text(phone.post("/my/sharing/area/home/", {"sharing": "private"}, follow=True))


@pytest.mark.parametrize("sharing", ["", "nonsense", "\x00"])
def test_nonsense_never_shares(phone: Client, yara: YoungPerson, sharing: str) -> None:
    factories.answer(factories.response(yara), "home", sharing=Sharing.PRIVATE)

    phone.post("/my/sharing/area/home/", {"sharing": sharing})

    assert AreaAnswer.objects.get().sharing == Sharing.PRIVATE


def test_not_right_is_said_answered_and_kept(phone: Client, yara: YoungPerson) -> None:
    adviser = yara.allocation_rows.get().adviser
    contact = factories.contact(yara, words="She was late.", recorded_by=adviser)
    page = text(phone.get("/my/recorded/"))
    assert "She was late." in page
    path = f"/my/recorded/contact/{contact.pk}/"
    assert path in page

    assert "Write what is not right." in text(phone.post(path, {"words": " "}))
    assert "too long" in text(phone.post(path, {"words": "x" * 20_000}))
    phone.post(path, {"words": "The bus was late.", "once": "k"})
    phone.post(path, {"words": "The bus was late.", "once": "k"})
    said = NotRight.objects.get()

    staff = Client()
    staff.force_login(adviser)
    record = f"/staff/people/{yara.pk}/"
    assert "The bus was late." in text(staff.get(record))
    answer = f"{record}not-right/{said.pk}/"
    assert "Answer within a month." in text(staff.get(answer))
    staff.post(answer, {"answer": "Sorry.", "corrected": "The bus was late, not Yara."})

    for page in (text(phone.get("/my/recorded/")), text(staff.get(record))):
        assert "She was late." in page
        assert "Ines Invented answered:" in page
        assert "The bus was late, not Yara." in page
    assert 'name="answer"' not in text(staff.get(answer))


def test_not_right_about_something_else_stands_on_the_record_too(client: Client, yara: YoungPerson) -> None:
    row = yara.allocation_rows.get()
    factories.not_right(factories.contact(yara), kind="adviser", entry_id=row.pk, line="Ines is your adviser.")
    client.force_login(row.adviser)

    assert "They say this isn’t right" in text(client.get(f"/staff/people/{yara.pk}/"))


@pytest.mark.parametrize("kind", ["contact", "care", "nonsense"])
def test_what_is_not_in_the_record_is_not_found(phone: Client, yara: YoungPerson, kind: str) -> None:
    elsewhere = factories.contact(factories.young_person(yara.authority, "Zane Notreal"))

    assert phone.get(f"/my/recorded/{kind}/{elsewhere.pk}/").status_code == 404
    assert phone.post(f"/my/recorded/{kind}/{elsewhere.pk}/", {"words": "No"}).status_code == 404


def test_long_list_has_pages(phone: Client, yara: YoungPerson) -> None:
    for number in range(25):
        factories.contact(yara, words=f"Note {number}.")

    assert text(phone.get("/my/recorded/")).count("Note ") == 20
    assert "Page 2 of 2" in text(phone.get("/my/recorded/?page=2"))
