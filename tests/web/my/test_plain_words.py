"""Every sentence of a young person's pages, as it stands on the page, at a reading age of eleven or less."""

import re
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any

import pytest

from ownpath.core import audit, clock
from ownpath.people.models import YoungPerson
from ownpath.plans import actions
from ownpath.surveys.models import Response, SurveyPack
from tests import factories
from tests.client import Client
from tests.reading import faults_in
from tests.web.pressing import form_on, press

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

_INLINE = {"a", "b", "span", "svg", "path", "circle", "rect"}


class Texts(HTMLParser):
    """The texts of a page, each from one block to the next. Names and what somebody wrote are not ours to judge."""

    def __init__(self, response: Any) -> None:
        super().__init__()
        self.found = [""]
        page = response.content.decode()
        self.feed(page[page.index("<header") :])

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self.handle_starttag(tag, [])

    def handle_data(self, data: str) -> None:
        self.found[-1] += data


def texts(response: Any) -> list[str]:
    """The texts of a page, without the names in it."""
    found = [" ".join(text.split()) for text in Texts(response).found]
    return [re.sub("Ines Invented|Yara Notreal|Samaritans", "Ines", text) for text in found if text]


def is_plain(response: Any) -> None:
    assert faults_in(texts(response)) == []


def test_texts_of_a_page_are_found(phone: Client, draft: Response) -> None:
    assert {"Who may read this?", "Save and go on"} <= set(texts(phone.get("/my/survey/home/")))


@pytest.mark.parametrize("page", ["/my/", "/my/survey/", "/my/help/", "/my/why/", "/my/looked/", "/my/everything/"])
def test_pages_before_the_survey_are_plain(phone: Client, yara: YoungPerson, page: str) -> None:
    is_plain(phone.get(page))


def test_pages_of_the_survey_are_plain(phone: Client, yara: YoungPerson, sent: Response, draft: Response) -> None:
    factories.answer(sent, "home", now=2)
    factories.goal(yara, area="home")
    factories.answer(draft, "home", now=4)
    factories.answer(draft, "money", sharing="private")
    factories.answer(draft, "friends", is_not_now=True)
    factories.prioritise(draft, "home", "money")

    for page in ("home", "home/before", "end/priorities", "end/order", "end/summary"):
        is_plain(phone.get(f"/my/survey/{page}/"))
    is_plain(phone.get("/my/"))
    is_plain(phone.get("/my/survey/"))


def test_pages_of_a_check_in_are_plain(phone: Client, yara: YoungPerson) -> None:
    is_plain(phone.get("/my/survey/start/check-in/"))
    is_plain(press(phone, "/my/survey/start/check-in/"))
    is_plain(press(phone, "/my/survey/start/check-in/", asks=["home", "money", "friends", "none"]))
    is_plain(phone.get("/my/survey/start/remind/"))
    press(phone, "/my/survey/start/check-in/", asks=["home"])
    is_plain(phone.get("/my/survey/"))
    press(phone, "/my/survey/home/", words="It is quiet.")
    is_plain(phone.get("/my/survey/end/summary/"))


def test_pages_of_being_reminded_are_plain(phone: Client, draft: Response) -> None:
    is_plain(phone.get("/my/survey/start/remind/"))
    press(phone, "/my/survey/start/remind/", remind_in="3")
    is_plain(phone.get("/my/survey/"))
    is_plain(phone.get("/my/survey/start/remind/"))


def test_pages_of_a_paper_are_plain(phone: Client, yara: YoungPerson) -> None:
    typed_in = factories.paper(yara, yara.allocation_rows.get().adviser)
    factories.answer(typed_in.response, "home", words="It is damp")
    factories.prioritise(typed_in.response, "home")

    is_plain(phone.get("/my/"))
    is_plain(phone.get("/my/paper/check/"))
    is_plain(phone.get("/my/survey/home/before/"))
    press(phone, "/my/paper/check/", wrong=["home"])
    is_plain(phone.get("/my/survey/end/summary/"))


def test_pages_on_a_lent_device_are_plain(client: Client, yara: YoungPerson) -> None:
    client.force_login(yara.allocation_rows.get().adviser)
    press(client, f"/staff/people/{yara.pk}/together/", pin="8305")

    is_plain(client.get("/my/survey/"))
    press(client, "/my/survey/")
    is_plain(client.get("/my/survey/home/"))
    press(client, "/my/survey/home/", words="It is quiet")
    press(client, "/my/survey/end/summary/")
    is_plain(client.get("/my/survey/end/sent/"))


def test_pages_after_the_survey_are_plain(phone: Client, draft: Response, yara: YoungPerson) -> None:
    open_tab = form_on(phone.get("/my/survey/home/")) | {"words": ["More"]}
    press(phone, "/my/survey/money/", now="3", sharing="shared")
    press(phone, "/my/survey/end/summary/")
    audit.viewed(factories.actor(factories.manager(yara.authority, "Mo")), "staff:details", yara.pk)

    is_plain(phone.get("/my/survey/end/sent/"))
    is_plain(phone.get("/my/survey/"))
    is_plain(phone.post("/my/survey/home/", open_tab))
    is_plain(phone.get("/my/looked/"))


def test_pages_of_help_are_plain(phone: Client, yara: YoungPerson) -> None:
    press(phone, "/my/help/", go="not_safe")
    factories.ask(yara)

    is_plain(phone.get("/my/help/"))


def test_pages_on_which_something_is_wrong_are_plain(phone: Client, draft: Response) -> None:
    stale = form_on(phone.get("/my/survey/home/")) | {"words": ["Mine"]}
    press(phone, "/my/survey/home/", words="Mine too")

    is_plain(phone.post("/my/survey/home/", stale))
    is_plain(press(phone, "/my/survey/home/", words="", now="9"))
    draft.answers.all().delete()
    draft.delete()
    SurveyPack.objects.all().delete()
    is_plain(press(phone, "/my/survey/"))


def test_pages_of_the_plan_are_plain(client: Client) -> None:
    plan = factories.whole_plan()
    client.force_login(plan.yara.user)
    late = {"doer": "adviser", "by_date": clock.today() - timedelta(days=1)}
    factories.step(plan.goal, words="Ring", **late)
    factories.step(plan.goal, words="Ring", **late | {"doer": "young_person"})
    factories.step(factories.goal(plan.yara, words="I want a boat"), words="Row", done_at=clock.now())
    factories.goal(plan.yara, words="I want a cat", state="reached")
    factories.goal(plan.yara, words="I want a dog", state="put_away")
    factories.review(plan.yara, clock.today())
    actions.edit_goal(actor=plan.adviser, goal_id=plan.goal.pk, words="I want a red bike", version=1)
    said = actions.say_goal_not_meant(actor=plan.owner, goal_id=plan.goal.pk)
    actions.say_step_not_meant(actor=plan.owner, step_id=plan.step.pk)
    actions.answer_not_meant(actor=plan.adviser, not_meant_id=said.pk, words="Yes")
    actions.record_win(actor=plan.adviser, young_person_id=plan.yara.pk, words="Got up")
    about_goal, about_step = f"/my/plan/goals/{plan.goal.pk}/", f"/my/plan/steps/{plan.step.pk}/"

    for page in ("/my/plan/", "/my/wins/", "/my/wins/add/", "/my/plan/goals/add/", about_goal, about_step):
        is_plain(client.get(page))
    for page in (f"{about_goal}not-meant/", f"{about_step}not-meant/", f"{about_goal}steps/add/"):
        is_plain(client.get(page))
    is_plain(client.post("/my/plan/goals/add/", {"words": "", "first_step": "Ring", "by_date-day": "31"}))
    is_plain(client.post(about_step, {"words": "", "doer": "other", "by_date-year": "26", "by_date-day": "1"}))
    is_plain(client.post(about_goal, {"words": "I want a blue bike", "version": "1"}))
    is_plain(client.post("/my/wins/add/", {"words": "x" * 301}))


def test_an_empty_plan_is_plain(phone: Client) -> None:
    is_plain(phone.get("/my/plan/"))
    is_plain(phone.get("/my/wins/"))


def test_pages_of_what_is_mine_to_know_are_plain(phone: Client, yara: YoungPerson) -> None:
    contact = factories.contact(yara, result="tried")
    factories.not_right(contact, answered_at=clock.now(), answer="Sorry", corrected="Yes")
    factories.answer(factories.response(yara), "home")
    win = actions.record_win(actor=factories.actor(yara), young_person_id=yara.pk, words="Slept", sharing="together")
    one_file = "/my/everything-in-one-file/"

    for page in ("/my/sharing/", "/my/recorded/", f"/my/recorded/contact/{contact.pk}/", one_file):
        is_plain(phone.get(page))
    for page in (f"/my/wins/{win.pk}/", f"/my/wins/{win.pk}/remove/"):
        is_plain(phone.get(page))
