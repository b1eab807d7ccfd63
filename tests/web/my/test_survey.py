from html import unescape
from typing import Any

import pytest

from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.support.models import Ask
from ownpath.surveys.models import Response, SurveyPack, SurveyRequest
from tests import factories
from tests.client import Client
from tests.web.pressing import press

pytestmark = pytest.mark.django_db


def text(response: Any) -> str:
    return unescape(response.content.decode())


def test_home_greets_by_first_name_and_names_the_adviser(phone: Client, yara: YoungPerson) -> None:
    page = text(phone.get("/my/"))

    assert "Hello, Yara" in page
    assert "Ines Invented" in page
    assert 'href="tel:+447700900123"' in page


def test_home_without_an_adviser_is_a_whole_page(phone: Client) -> None:
    lone = factories.young_person(factories.authority(), "Lone Notreal")
    assert lone.user is not None
    phone.force_login(lone.user)

    page = text(phone.get("/my/"))

    assert "Hello, Lone" in page
    assert "My adviser" not in page


def test_home_tells_that_somebody_asked_until_there_is_an_answer(phone: Client, yara: YoungPerson) -> None:
    asked = "Somebody who supports you would like to know how it is going."
    SurveyRequest.objects.create(young_person=yara, authority_id=yara.authority_id)
    assert asked in text(phone.get("/my/"))

    factories.response(yara, sent_at=clock.now())
    assert asked not in text(phone.get("/my/"))


def test_one_press_begins_at_the_first_area(phone: Client) -> None:
    assert press(phone, "/my/survey/").headers["Location"] == "/my/survey/home/"
    assert Response.objects.get().sent_at is None


def test_one_goes_on_where_one_stopped_on_another_phone(phone: Client, draft: Response, yara: YoungPerson) -> None:
    press(phone, "/my/survey/money/", now="3", go="stop")
    other_phone = Client()
    assert yara.user is not None
    other_phone.force_login(yara.user)

    assert 'href="/my/survey/friends/">Go on</a>' in text(other_phone.get("/my/survey/"))
    assert press(other_phone, "/my/", to="/my/survey/").headers["Location"] == "/my/survey/friends/"
    assert press(other_phone, "/my/survey/", form=0, to="/my/survey/").headers["Location"] == "/my/survey/friends/"


def test_overview_tells_of_each_area_what_became_of_it(phone: Client) -> None:
    factories.pack(document=factories.surveys.document(("home", "money", "friends", "hope", "days")))
    press(phone, "/my/survey/")
    press(phone, "/my/survey/home/", now="3", sharing="shared")
    press(phone, "/my/survey/money/", words="Mine")
    press(phone, "/my/survey/friends/", go="not-now")
    press(phone, "/my/survey/hope/")

    page = text(phone.get("/my/survey/"))

    told = ["Answered, to share", "Answered, just for me", "Not now", "Skipped", "Not opened yet"]
    places = [page.index(f"<span>{words}</span>") for words in told]
    assert places == sorted(places)


def test_without_a_survey_the_page_says_so_kindly(phone: Client) -> None:
    SurveyPack.objects.all().delete()

    page = press(phone, "/my/survey/")

    assert page.status_code == 200
    assert "There are no questions here yet." in text(page)
    assert not Response.objects.exists()


def test_help_stands_on_the_overview_too(phone: Client, draft: Response) -> None:
    response = press(phone, "/my/survey/", to="/my/help/", go="not_safe")

    assert response.headers["Location"] == "/my/help/"
    assert Ask.objects.get().kind == "not_safe"
