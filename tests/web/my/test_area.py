from datetime import timedelta
from html import unescape
from typing import Any

import pytest

from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.support.models import Ask
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AreaAnswer, Response
from tests import factories
from tests.client import Client
from tests.web.pressing import form_on, press

pytestmark = pytest.mark.django_db

HOME, MONEY, FRIENDS = (f"/my/survey/{area}/" for area in ("home", "money", "friends"))


def text(response: Any) -> str:
    return unescape(response.content.decode())


def test_page_asks_in_the_words_of_the_pack(phone: Client, draft: Response) -> None:
    page = text(phone.get(HOME))

    for words in ("What home is like for me.", "Which one sounds most like you?", "Home is like b.", "home great"):
        assert words in page
    assert "1 of 3" in page
    assert "Say more about home, if you like." in page


def test_nothing_is_chosen_before_somebody_chooses(phone: Client, draft: Response) -> None:
    assert {"scenario", "now", "change", "steadiness", "sharing"}.isdisjoint(form_on(phone.get(HOME)))


def test_answer_is_saved_and_leads_to_the_next_area(phone: Client, draft: Response) -> None:
    typed = {
        "scenario": "home-a",
        "now": "4",
        "change": "better",
        "steadiness": "2",
        "words": "My own key!\r\nAt last.",
    }

    response = press(phone, HOME, **typed, sharing="shared")

    said = AreaAnswer.objects.get()
    assert response.headers["Location"] == MONEY
    assert (said.scenario, said.now, said.change, said.steadiness) == ("home-a", 4, "better", 2)
    assert (said.words, said.sharing, said.is_not_now) == ("My own key!\nAt last.", Sharing.SHARED, False)


def test_answer_stands_on_the_page_when_somebody_comes_back(phone: Client, draft: Response) -> None:
    press(phone, HOME, scenario="home-a", now="4", words="<b>Mine</b>")

    shown = form_on(phone.get(HOME))

    assert (shown["scenario"], shown["now"], shown["words"]) == (["home-a"], ["4"], ["<b>Mine</b>"])


def test_answer_can_be_taken_back(phone: Client, draft: Response) -> None:
    press(phone, HOME, now="1", words="Bad.")
    press(phone, HOME, now="", words="")

    said = AreaAnswer.objects.get()
    assert (said.now, said.words) == (None, "")


def test_skipping_everything_costs_nothing(phone: Client, draft: Response) -> None:
    assert press(phone, HOME).headers["Location"] == MONEY
    assert AreaAnswer.objects.get().sharing == Sharing.PRIVATE


def test_not_now_keeps_what_was_typed_and_goes_on(phone: Client, draft: Response) -> None:
    response = press(phone, HOME, words="Later", sharing="shared", go="not-now")

    said = AreaAnswer.objects.get()
    assert response.headers["Location"] == MONEY
    assert (said.words, said.is_not_now, said.sharing) == ("Later", True, Sharing.PRIVATE)


def test_stopping_saves_and_shows_all_areas(phone: Client, draft: Response) -> None:
    assert press(phone, MONEY, words="Half of it", go="stop").headers["Location"] == "/my/survey/"
    assert AreaAnswer.objects.get().words == "Half of it"


def test_last_area_leads_to_what_was_passed_over_and_then_to_what_matters_most(phone: Client, draft: Response) -> None:
    assert press(phone, HOME, now="3").headers["Location"] == "/my/survey/money/"
    assert press(phone, FRIENDS, now="3").headers["Location"] == "/my/survey/money/"
    assert press(phone, "/my/survey/money/", now="3").headers["Location"] == "/my/survey/end/priorities/"


def test_somebody_who_came_from_the_summary_goes_back_there(phone: Client, draft: Response) -> None:
    response = press(phone, f"{HOME}?from=summary", now="3")

    assert response.headers["Location"] == "/my/survey/end/summary/#home"


def test_same_form_sent_twice_is_saved_once(phone: Client, draft: Response) -> None:
    fields = form_on(phone.get(HOME)) | {"now": ["2"]}

    first, second = phone.post(HOME, fields), phone.post(HOME, fields)

    assert first.headers["Location"] == second.headers["Location"] == MONEY
    assert AreaAnswer.objects.get().version == 1


def test_second_tab_is_shown_both_texts_and_then_decides(phone: Client, draft: Response) -> None:
    stale = form_on(phone.get(HOME)) | {"words": ["From this tab"], "now": ["2"]}
    press(phone, HOME, words="From the other tab", now="5")

    both = phone.post(HOME, stale)

    assert both.status_code == 409
    assert "From the other tab" in text(both)
    assert "home great" in text(both)
    shown = form_on(both)
    assert (shown["words"], shown["now"], shown["version"]) == (["From this tab"], ["2"], ["1"])
    assert phone.post(HOME, shown).headers["Location"] == MONEY
    assert AreaAnswer.objects.get().words == "From this tab"


def test_too_long_words_come_back_whole_with_an_exact_sentence(phone: Client, draft: Response) -> None:
    response = press(phone, HOME, words="a" * 5003)

    assert response.status_code == 422
    assert "This is 3 letters too long. It is all still here: please make it shorter." in text(response)
    assert form_on(response)["words"] == ["a" * 5003]
    assert not AreaAnswer.objects.exists()


@pytest.mark.parametrize(
    "typed",
    [{"now": "9"}, {"now": "x"}, {"change": "splendid"}, {"steadiness": "0"}, {"sharing": "everybody"}],
)
def test_choice_that_is_not_offered_is_refused_in_words(phone: Client, draft: Response, typed: dict[str, str]) -> None:
    response = press(phone, HOME, words="Kept", **typed)

    assert response.status_code == 422
    assert "Choose one of these." in text(response)
    assert "Which one sounds most like you?" in text(response)
    assert form_on(response)["words"] == ["Kept"]


@pytest.mark.parametrize("typed", [{"scenario": "money-a"}, {"scenario": "x" * 90}, {"response_id": "x"}])
def test_post_about_something_else_finds_nothing(phone: Client, draft: Response, typed: dict[str, str]) -> None:
    assert press(phone, HOME, **typed).status_code == 404
    assert not AreaAnswer.objects.exists()


def test_unknown_area_is_a_clear_page(phone: Client, draft: Response) -> None:
    looked, posted = phone.get("/my/survey/garden/"), phone.post("/my/survey/garden/", form_on(phone.get(HOME)))

    assert (looked.status_code, posted.status_code) == (404, 404)
    assert "We cannot find that page" in text(looked)


@pytest.mark.parametrize("next_area", ["garden", "a/b", "", "é" * 3])
def test_next_area_that_is_nonsense_never_breaks_the_save(phone: Client, draft: Response, next_area: str) -> None:
    response = press(phone, HOME, now="3", next_area=next_area)

    assert response.status_code == 302
    assert AreaAnswer.objects.get().now == 3


def test_without_a_draft_one_is_led_to_where_it_begins(phone: Client, yara: YoungPerson) -> None:
    assert phone.get(HOME).headers["Location"] == "/my/survey/"


def test_page_of_a_response_that_was_sent_says_so_and_shows_what_was_typed(phone: Client, draft: Response) -> None:
    open_tab = form_on(phone.get(HOME)) | {"words": ["Too late"]}
    press(phone, MONEY, now="3")
    press(phone, "/my/survey/end/summary/")

    for words in (["Too late"], ["Too late" + "x" * 6000]):
        page = phone.post(HOME, open_tab | {"words": words})

        assert page.status_code == 409
        assert "You’ve already finished this one" in text(page)
        assert "Too late" in text(page)
    assert list(AreaAnswer.objects.values_list("area", flat=True)) == ["money"]


def test_old_tab_never_writes_into_the_next_response(phone: Client, yara: YoungPerson, sent: Response) -> None:
    newer = factories.response(yara, sent_at=None)

    page = press(phone, HOME, response_id=str(sent.pk), words="From the old tab")

    assert page.status_code == 409
    assert not newer.answers.exists()


def test_second_time_shows_quietly_what_was_said_last_time(phone: Client, sent: Response, draft: Response) -> None:
    factories.answer(sent, "home", now=2, steadiness=1, words="I sleep on a sofa.")
    factories.answer(sent, "money", now=None, change="", steadiness=None)

    home, money = text(phone.get(HOME)), text(phone.get(MONEY))

    assert "home hard · Shaky" in home
    assert "I sleep on a sofa." in home
    assert "Last time" not in money


@pytest.mark.parametrize(("go", "kind"), [("help", "help"), ("not_safe", "not_safe")])
def test_help_is_asked_for_at_once_and_what_was_typed_is_saved(
    phone: Client, draft: Response, go: str, kind: str
) -> None:
    response = press(phone, MONEY, words="The meter is empty", now="1", go=go)

    ask = Ask.objects.get()
    assert response.headers["Location"] == "/my/help/?area=money"
    assert (ask.kind, ask.area, ask.area_title, ask.words) == (kind, "money", "Money", "")
    assert AreaAnswer.objects.get().words == "The meter is empty"


def test_help_pressed_twice_asks_once(phone: Client, draft: Response) -> None:
    fields = form_on(phone.get(HOME)) | {"go": ["help"]}

    first, second = phone.post(HOME, fields), phone.post(HOME, fields)

    assert first.headers["Location"] == second.headers["Location"] == "/my/help/?area=home"
    assert Ask.objects.count() == 1


def test_help_is_asked_for_even_when_the_answer_cannot_be_saved_and_nothing_typed_is_lost(
    phone: Client, draft: Response
) -> None:
    typed = "a" * 5003

    press(phone, HOME, words=typed, go="not_safe")

    assert Ask.objects.get().kind == "not_safe"
    back = phone.get(HOME)
    assert form_on(back)["words"] == [typed]
    assert "It was not saved yet." in text(back)


def test_help_from_a_stale_tab_keeps_both_texts(phone: Client, draft: Response) -> None:
    stale = form_on(phone.get(HOME)) | {"words": ["From this tab"], "go": ["help"]}
    press(phone, HOME, words="From the other tab")

    phone.post(HOME, stale)

    assert Ask.objects.count() == 1
    assert AreaAnswer.objects.get().words == "From the other tab"
    assert form_on(phone.get(HOME))["words"] == ["From this tab"]


def test_help_pressed_after_the_session_ended_is_said_to_be_unheard(
    phone: Client, draft: Response, yara: YoungPerson
) -> None:
    fields = form_on(phone.get(HOME)) | {"words": ["Come quick"], "go": ["not_safe"]}
    phone.logout()
    phone.post(HOME, fields)
    assert yara.user is not None
    phone.force_login(yara.user)

    back = phone.get(HOME)
    assert "so nobody knows yet. Please press again." in text(back)
    assert not Ask.objects.exists()

    phone.post(HOME, form_on(back) | {"go": ["not_safe"]})
    assert (Ask.objects.count(), AreaAnswer.objects.get().words) == (1, "Come quick")
    assert "Please press again." not in text(phone.get(HOME))


def test_help_from_a_page_of_a_sent_response_still_arrives(phone: Client, sent: Response) -> None:
    phone.post(HOME, {"response_id": str(sent.pk), "go": "not_safe", "once": "o"})
    phone.post("/my/survey/garden/", {"go": "not_safe", "once": "p"})

    assert list(Ask.objects.values_list("kind", "area")) == [("not_safe", ""), ("not_safe", "")]


def test_what_was_typed_when_the_session_ended_comes_back_to_its_author_only(
    phone: Client, draft: Response, yara: YoungPerson
) -> None:
    fields = form_on(phone.get(HOME)) | {"words": ["Typed for a long time"], "now": ["2"]}
    phone.logout()

    assert phone.post(HOME, fields).headers["Location"].startswith("/sign-in/")

    assert yara.user is not None
    phone.force_login(yara.user)
    back = form_on(phone.get(HOME))
    assert (back["words"], back["now"]) == (["Typed for a long time"], ["2"])
    assert phone.post(HOME, back).headers["Location"] == MONEY
    assert AreaAnswer.objects.get().words == "Typed for a long time"
    assert "words" not in {name for name, value in form_on(phone.get(MONEY)).items() if value != [""]}


def test_last_time_is_never_three_dots(phone: Client, yara: YoungPerson) -> None:
    before = factories.response(yara, sent_at=clock.now() - timedelta(days=40))
    factories.answer(before, "home", now=None, steadiness=None, scenario="home-b")
    factories.answer(before, "money", now=None, steadiness=None, words="Fridge died.")
    factories.response(yara, sent_at=None)

    assert "Home is like b.</p>" in text(phone.get(HOME)).split("Last time")[1]
    assert ": in your words</p>" in text(phone.get(MONEY)).split("Last time")[1]
