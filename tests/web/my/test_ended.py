"""A young person whose record has ended: they read what happened, and have the way back."""

from datetime import date
from html import unescape

import pytest
from django.core import mail

from ownpath.core import clock
from ownpath.organisations.models import Authority
from ownpath.people.enums import EndReason
from ownpath.people.models import RecordEnd, YoungPerson
from ownpath.support.actions import end_record
from ownpath.support.models import Ask
from tests import factories
from tests.client import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def council() -> Authority:
    factories.pack()
    return factories.authority(name="Saltmarrow", help_now_name="The night team", help_now_phone="01632 960001")


@pytest.fixture
def yara(client: Client, council: Authority) -> YoungPerson:
    yara = factories.young_person(council, birth_date=date(2004, 5, 4))
    client.force_login(yara.user)
    return yara


def text(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return unescape(b"".join(response).decode())


def test_home_says_what_happened_when_and_who_to_ask(client: Client, council: Authority, yara: YoungPerson) -> None:
    mo = factories.manager(council, "Mo Made-Up")
    factories.record_end(yara, on_date=date(2026, 11, 2), ended_by=mo, words="We spoke on the phone.")
    factories.survey_request(yara)

    shown = text(client, "/my/")

    assert "Your record here ended on 2 November 2026" in shown
    assert "You moved, and another council supports you now." in shown
    assert "We spoke on the phone." in shown
    assert "Mo Made-Up wrote this down" in shown
    assert "The night team" in shown
    assert "/my/help/" in shown
    assert "would like to know how it is going" not in shown


def test_one_tap_comes_back_and_says_who_answers_by_when(client: Client, council: Authority, yara: YoungPerson) -> None:
    factories.manager(council, "Mo Made-Up")
    factories.record_end(yara)

    for _press in range(2):
        response = client.post("/my/come-back/", {"once": "k" * 20}, follow=True)

    assert Ask.objects.get().title == "I’d like to come back"
    yara.refresh_from_db()
    assert yara.ended_date is None
    assert RecordEnd.objects.get().came_back
    assert response.redirect_chain == [("/my/asks/", 302)]
    shown = text(client, f"/my/asks/{Ask.objects.get().pk}/")
    assert "The managers at your council have it." in shown
    assert "Hello, Yara" in text(client, "/my/")
    assert "Your record here ended" not in text(client, "/my/")


def test_from_25_on_home_offers_to_ask_instead(client: Client, yara: YoungPerson) -> None:
    YoungPerson.objects.update(birth_date=date(2000, 5, 4))
    factories.record_end(yara, reason=EndReason.DONE_AT_25)

    shown = text(client, "/my/")

    assert "You turned 25, and we said goodbye." in shown
    assert "I’d like to come back" not in shown
    assert "/my/asks/new/" in shown


def test_everything_can_still_be_read_and_taken_away(client: Client, yara: YoungPerson) -> None:
    factories.goal(yara)
    factories.contact(yara)
    factories.record_end(yara, words="Said goodbye.")

    for path in ("/my/plan/", "/my/wins/", "/my/asks/", "/my/road/", "/my/about-me/", "/my/why/", "/my/help/"):
        assert client.get(path).status_code == 200, path
    recorded = text(client, "/my/recorded/")
    assert "Your record ended. You moved, and another council supports you now." in recorded
    assert "Said goodbye." in recorded
    assert "When my record ended" in text(client, "/my/everything-in-one-file/page/")


def test_that_the_end_is_not_right_is_heard(client: Client, yara: YoungPerson) -> None:
    end = factories.record_end(yara)

    client.post(f"/my/recorded/end/{end.pk}/", {"words": "I never moved."})

    yara.refresh_from_db()
    assert yara.ended_date is None


def test_whoever_died_gets_no_code_and_is_signed_out(client: Client, yara: YoungPerson) -> None:
    assert yara.user is not None
    mo = factories.actor(factories.manager(yara.authority))
    end_record(actor=mo, young_person_id=yara.pk, reason=EndReason.DIED, on_date=clock.today(), is_certain=True)

    assert client.get("/my/").status_code == 302
    client.post("/sign-in/", {"email": yara.user.email})
    assert mail.outbox == []
