import pytest

from ownpath.plans import actions
from ownpath.plans.models import Win
from tests import factories
from tests.client import Client
from tests.factories import WholePlan


@pytest.fixture
def plan(db: None) -> WholePlan:
    return factories.whole_plan()


@pytest.fixture
def mine(client: Client, plan: WholePlan) -> Client:
    client.force_login(plan.yara.user)
    return client


def test_a_line_on_any_page_keeps_a_win_and_leads_back(mine: Client, plan: WholePlan) -> None:
    assert 'action="/my/wins/add/"' in mine.get("/my/plan/").content.decode()

    response = mine.post("/my/wins/add/", {"words": "First mop", "back_to": "/my/plan/?a=b"}, follow=True)

    assert response.redirect_chain == [("/my/plan/?a=b", 302)]
    assert "Your win is kept." in response.content.decode()
    assert list(Win.objects.values_list("words", "young_person", "added_by")) == [
        ("First mop", plan.yara.pk, plan.yara.user_id)
    ]


@pytest.mark.parametrize(
    "back_to",
    ["", "https://example.org/my/", "//example.org/my/", "/staff/", "javascript:alert(1)", "/my", "my/"],
)
def test_it_never_leads_anywhere_else(mine: Client, back_to: str) -> None:
    response = mine.post("/my/wins/add/", {"words": "First mop", "back_to": back_to})

    assert response.headers["Location"] == "/my/wins/"


@pytest.mark.parametrize(("words", "fault"), [("", "Write a line."), ("x" * 10_000, "9700 letters too long")])
def test_faulty_win_comes_back_as_it_was_typed(mine: Client, words: str, fault: str) -> None:
    response = mine.post("/my/wins/add/", {"words": words, "back_to": "/my/plan/"})

    assert (response.status_code, Win.objects.count()) == (422, 0)
    assert fault in response.content.decode()
    assert words in response.content.decode()
    assert 'name="back_to" value="/my/plan/"' in response.content.decode()


def test_form_that_is_sent_twice_keeps_one_win(mine: Client) -> None:
    for _ in range(2):
        mine.post("/my/wins/add/", {"words": "First mop", "once": "the-same-form"})

    assert Win.objects.count() == 1


def test_wins_tell_who_noted_them(mine: Client, plan: WholePlan) -> None:
    assert "Nothing here yet." in mine.get("/my/wins/").content.decode()
    actions.record_win(actor=plan.owner, young_person_id=plan.yara.pk, words="Slept <well>")
    assert "Noted by" not in mine.get("/my/wins/").content.decode()
    actions.record_win(actor=plan.adviser, young_person_id=plan.yara.pk, words="Rang the bank")

    text = mine.get("/my/wins/").content.decode()

    assert "Slept &lt;well&gt;" in text
    assert text.count("Noted by Ines Invented.") == 1
