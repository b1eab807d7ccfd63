from pathlib import Path

import pytest

from ownpath.people.models import YoungPerson
from ownpath.surveys.models import Response
from tests import factories
from tests.client import Client
from tests.web.html_checker import html_faults
from tests.web.pressing import form_on, press

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def test_every_page_of_the_survey_is_valid(
    phone: Client, yara: YoungPerson, sent: Response, draft: Response, tmp_path: Path
) -> None:
    for response in (sent, draft):
        factories.answer(response, "home", words="Mine")
        factories.answer(response, "money", sharing="private")
        factories.prioritise(response, "home", "money")
    factories.step(factories.goal(yara, area="home"))
    factories.ask(yara)
    paths = ["home/", "home/before/", "end/priorities/", "end/order/", "end/summary/", "end/sent/", ""]
    pages = {path: phone.get(f"/my/survey/{path}").content for path in paths}
    pages |= {path: phone.get(f"/my/{path}/").content for path in ("help", "why", "looked")}
    pages["/my/"] = phone.get("/my/").content
    pages["faulty"] = press(phone, "/my/survey/home/", now="9").content
    stale = form_on(phone.get("/my/survey/home/")) | {"version": "0", "words": "Other"}
    pages["stale"] = phone.post("/my/survey/home/", stale).content

    assert html_faults(pages, tmp_path) == []


def test_every_page_of_my_people_and_about_me_is_valid(phone: Client, yara: YoungPerson, tmp_path: Path) -> None:
    mimi = factories.connection(yara, "Mimi & <Co>", wish="find", kind="friend")
    factories.connection(yara, "Bee", ring=2, is_left_out=True)
    factories.told(yara, "contact", words="Not <before> two.", may_email="no")
    factories.told(yara, "contact", words="Before", version=2, ended_at=mimi.began_at)
    people = ["", "add/", "share/", f"{mimi.who}/", f"{mimi.who}/remove/", "?on-day=1&on-month=1&on-year=2026"]
    pages = {path: phone.get(f"/my/people/{path}").content for path in people}
    pages |= {f"about {path}": phone.get(f"/my/about-me/{path}").content for path in ("", "contact/", "proud/")}
    pages["faulty"] = phone.post("/my/people/add/", {}).content

    assert html_faults(pages, tmp_path) == []
