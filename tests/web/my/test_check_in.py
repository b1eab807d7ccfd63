from html import unescape
from typing import Any

import pytest

from ownpath.people.models import YoungPerson
from ownpath.surveys.models import Response, SurveyPack
from tests import factories
from tests.client import Client
from tests.web.pressing import form_on, press

pytestmark = pytest.mark.django_db

CHECK_IN, SUMMARY = "/my/survey/start/check-in/", "/my/survey/end/summary/"


def text(response: Any) -> str:
    return unescape(response.content.decode())


def test_what_came_first_last_time_is_ticked_already(phone: Client, sent: Response) -> None:
    factories.prioritise(sent, "friends", "home")

    assert form_on(phone.get(CHECK_IN))["asks"] == ["home", "friends"]
    assert press(phone, CHECK_IN).headers["Location"] == "/my/survey/home/"
    assert Response.objects.get(sent_at=None).asks == ["home", "friends"]


def test_check_in_goes_from_its_areas_to_its_end_without_asking_what_matters_most(phone: Client) -> None:
    assert press(phone, CHECK_IN, asks=["friends", "home"]).headers["Location"] == "/my/survey/home/"
    assert "1 of 2" in text(phone.get("/my/survey/home/"))
    assert press(phone, "/my/survey/home/", now="3").headers["Location"] == "/my/survey/friends/"
    after = press(phone, "/my/survey/friends/", now="2", sharing="shared").headers["Location"]
    assert phone.get(after).headers["Location"] == SUMMARY

    page = text(phone.get(SUMMARY))
    assert "What matters most to me now" not in page
    assert "Money" not in page
    assert press(phone, SUMMARY).headers["Location"] == "/my/survey/end/sent/"
    assert "/my/plan/goals/add/from/" in text(phone.get("/my/survey/end/sent/"))


@pytest.mark.parametrize(
    ("asks", "sentence"),
    [
        ([], "Tick at least one part, or answer the whole survey."),
        (["home", "money", "friends", "hope"], "You ticked 4. Keep up to three for a check-in, or answer the whole"),
        (["garden"], "Tick some of these."),
        (["home\x00"], "Tick some of these."),
        (["x" * 20_000], "Tick some of these."),
    ],
)
def test_faulty_choice_comes_back_with_a_sentence(phone: Client, asks: list[str], sentence: str) -> None:
    factories.pack(document=factories.surveys.document(("home", "money", "friends", "hope")))

    page = press(phone, CHECK_IN, asks=asks)

    assert page.status_code == 422
    assert sentence in text(page)
    assert not Response.objects.exists()


def test_widening_leads_on_with_all_that_was_said(phone: Client) -> None:
    press(phone, CHECK_IN, asks=["money"])
    press(phone, "/my/survey/money/", words="Tight.", go="stop")
    assert phone.get("/my/survey/home/").headers["Location"] == "/my/survey/"

    assert press(phone, "/my/survey/", to="/my/survey/start/whole/").headers["Location"] == "/my/survey/"

    page = text(phone.get("/my/survey/"))
    assert "Answered, just for me" in page
    assert "Answer the whole survey instead" not in page
    assert phone.get("/my/survey/home/").status_code == 200
    assert form_on(phone.get("/my/survey/money/"))["words"] == ["Tight."]


def test_widening_what_was_sent_leads_to_the_thanks(phone: Client, yara: YoungPerson) -> None:
    draft = factories.response(yara, sent_at=None, asks=["home"])
    factories.answer(draft, "home")
    fields = form_on(phone.get(SUMMARY), 1)
    press(phone, SUMMARY)

    assert phone.post("/my/survey/start/whole/", fields).headers["Location"] == "/my/survey/end/sent/"
    assert phone.post("/my/survey/start/whole/", {"response_id": "nonsense"}).status_code == 404
    assert phone.get("/my/survey/start/whole/").headers["Location"] == "/my/survey/"


def test_whoever_has_begun_goes_on_with_that(phone: Client, draft: Response) -> None:
    assert phone.get(CHECK_IN).headers["Location"] == "/my/survey/"
    assert phone.post(CHECK_IN, {"asks": ["home"]}).status_code == 302
    assert list(Response.objects.values_list("asks", flat=True)) == [[]]


def test_without_a_survey_there_is_no_check_in(phone: Client) -> None:
    SurveyPack.objects.all().delete()

    assert phone.get(CHECK_IN).headers["Location"] == "/my/survey/"


def test_check_in_shows_what_was_said_the_last_time(phone: Client, yara: YoungPerson, sent: Response) -> None:
    factories.answer(sent, "home", now=2)
    factories.response(yara, sent_at=None, asks=["home"])

    assert "home hard" in text(phone.get("/my/survey/home/"))
