from datetime import UTC, date, datetime, timedelta
from html import unescape
from typing import Any

import pytest

from ownpath.attention.enums import ReasonKind
from ownpath.attention.queries import reasons_for
from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.support.enums import AskKind
from ownpath.surveys.enums import Change
from tests import factories
from tests.client import Client
from tests.reading import faults_in

pytestmark = pytest.mark.django_db


def text(response: Any) -> str:
    return unescape(response.content.decode())


def test_one_reads_the_very_sentences_that_the_adviser_reads(phone: Client, yara: YoungPerson) -> None:
    factories.ask(yara, area_title="Money", words="The meter is empty.")
    sentence = "Asked for help with “Money”, today."

    page = text(phone.get("/my/why/"))

    assert sentence in page
    assert "The meter is empty." in page
    laptop = Client()
    laptop.force_login(yara.allocation_rows.get().adviser)
    assert sentence in text(laptop.get("/staff/"))


def test_nothing_is_said_about_somebody_without_a_reason(phone: Client, yara: YoungPerson) -> None:
    ines = yara.allocation_rows.get().adviser
    factories.answer(factories.response(yara), "home")
    factories.answer_reading(yara, ines)
    factories.contact(yara, recorded_by=ines)
    factories.review(yara, clock.today() + timedelta(days=150))

    assert "It says nothing about you right now." in text(phone.get("/my/why/"))


@pytest.fixture
def _in_may() -> Any:
    with clock.held_at(datetime(2026, 5, 4, 12, tzinfo=UTC)):
        yield


def give_reasons(yara: YoungPerson) -> None:
    """As many reasons as can be true together."""
    factories.meeting(yara, cannot_at=clock.now())
    factories.ask(yara, kind=AskKind.NOT_SAFE, area_title="Home")
    factories.ask(yara, words="The meter is empty.")
    factories.ask(yara, kind=AskKind.HOME, area_title="")
    factories.ask(yara, kind=AskKind.LIFT, area_title="", hear_by=date(2026, 5, 1))
    factories.ask(yara, kind=AskKind.RECORDS, area_title="", decide_by=date(2026, 5, 1), heard_at=clock.now())
    factories.ask(yara, kind=AskKind.FORM, area_title="", heard_at=clock.now())
    factories.ask(yara, area_title="", asked_at=datetime(2026, 3, 1, tzinfo=UTC))
    response = factories.response(yara, sent_at=datetime(2025, 8, 1, tzinfo=UTC))
    factories.answer(response, "home", change=Change.WORSE)
    factories.answer(response, "money", steadiness=1)
    factories.answer(response, "friends", change=Change.WORSE, steadiness=1)
    factories.prioritise(response, "home", "money", "friends")
    plain = factories.response(yara, sent_at=datetime(2025, 7, 1, tzinfo=UTC))
    factories.answer(plain, "home")
    factories.record_end(yara, reopened_at=clock.now(), came_back=True)
    factories.step(factories.goal(yara), by_date=date(2026, 5, 1))
    factories.not_right(factories.contact(yara, result="tried"))
    factories.joining(yara, unchecked_since=clock.now())
    factories.told(yara, began_at=datetime(2026, 1, 2, tzinfo=UTC))
    YoungPerson.objects.filter(pk=yara.pk).update(joined_date=date(2025, 1, 1))


@pytest.mark.usefixtures("_in_may")
def test_every_kind_of_reason_is_there_word_for_word(phone: Client, yara: YoungPerson) -> None:
    give_reasons(yara)
    ines = yara.allocation_rows.get().adviser
    reasons = reasons_for(actor=factories.actor(ines), young_person_id=yara.pk)

    page = text(phone.get("/my/why/"))

    assert {reason.kind for reason in reasons} == set(ReasonKind) - {ReasonKind.NEVER_ASKED}
    assert [reason.sentence for reason in reasons if reason.sentence not in page] == []
    assert "The meter is empty." in page


@pytest.mark.usefixtures("_in_may")
def test_every_reason_can_be_read_at_eleven(yara: YoungPerson) -> None:
    give_reasons(yara)
    new = factories.young_person(yara.authority, joined_date=date(2025, 11, 20))
    asked = factories.young_person(yara.authority, joined_date=date(2025, 1, 1))
    factories.survey_request(asked, requested_at=datetime(2025, 8, 1, tzinfo=UTC))
    factories.review(asked, date(2026, 4, 1))
    spoken = factories.young_person(yara.authority)
    factories.contact(spoken, at=datetime(2025, 8, 1, tzinfo=UTC))
    factories.review(spoken, date(2026, 6, 1))
    mo = factories.actor(factories.manager(yara.authority))

    people = (yara, new, asked, spoken)
    sentences = [reason.sentence for one in people for reason in reasons_for(actor=mo, young_person_id=one.pk)]

    assert len(sentences) == 27  # so many kinds of sentences
    assert faults_in(one.replace("Ines Invented", "Ines") for one in sentences) == []
