from datetime import timedelta
from html import unescape
from typing import Any

import pytest

from ownpath.core import clock
from ownpath.people.models import YoungPerson
from tests import factories
from tests.client import Client

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
    factories.contact(yara)
    factories.response(yara)
    factories.review(yara, clock.today() + timedelta(days=150))

    assert "It says nothing about you right now." in text(phone.get("/my/why/"))
