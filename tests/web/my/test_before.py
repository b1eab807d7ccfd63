from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest

from ownpath.people.models import YoungPerson
from ownpath.surveys.models import Response
from tests import factories
from tests.client import Client
from tests.web.pressing import form_on

pytestmark = pytest.mark.django_db

BEFORE = "/my/survey/home/before/"


def text(response: Any) -> str:
    return unescape(response.content.decode())


def answered(yara: YoungPerson, month: int, **said: Any) -> Response:
    response = factories.response(yara, sent_at=datetime(2025, month, 3, 12, tzinfo=UTC))
    factories.answer(response, "home", **said)
    return response


def test_page_shows_each_time_in_its_own_words_the_newest_first(phone: Client, yara: YoungPerson) -> None:
    answered(yara, 2, now=1, words="I have <no> keys.", sharing="private")
    answered(yara, 8, now=4, words="I have two keys.")
    factories.answer(factories.response(yara, sent_at=None), "home", words="Not sent yet")

    page = text(phone.get(BEFORE))

    assert page.index("3 August 2025") < page.index("I have two keys.") < page.index("3 February 2025")
    assert page.index("I have two keys.") < page.index("I have <no> keys.")
    assert "February 2025: home very hard. August 2025: home good." in page
    assert page.count("Just for me") == 1
    assert "Not sent yet" not in page


def test_one_time_is_no_line_yet(phone: Client, yara: YoungPerson) -> None:
    answered(yara, 2, now=2)
    answered(yara, 8, now=None, words="No idea.")

    assert "<figure" not in text(phone.get(BEFORE))


def test_there_is_no_page_about_what_was_never_said(phone: Client, yara: YoungPerson) -> None:
    answered(factories.young_person(yara.authority), 2)

    assert phone.get(BEFORE).status_code == 404


def test_area_leads_to_what_was_said_before(phone: Client, yara: YoungPerson, draft: Response) -> None:
    assert BEFORE not in text(phone.get("/my/survey/home/"))

    answered(yara, 2)

    assert BEFORE in text(phone.get("/my/survey/home/"))
    assert "once" in form_on(phone.get(BEFORE))


@pytest.mark.parametrize("times", [1, 30])
def test_page_asks_the_database_as_little_however_often_one_answered(
    phone: Client, yara: YoungPerson, times: int, django_assert_max_num_queries: Any
) -> None:
    for time in range(times):
        answered(yara, 1 + time % 12)
    phone.get(BEFORE)

    with django_assert_max_num_queries(7):
        assert text(phone.get(BEFORE)).count('<section class="card">') == times
