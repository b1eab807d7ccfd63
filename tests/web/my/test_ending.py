from html import unescape
from typing import Any

import pytest

from ownpath.people.models import YoungPerson
from ownpath.support.models import Ask
from ownpath.surveys.models import Priority, Response
from tests import factories
from tests.client import Client
from tests.web.pressing import form_on, press

pytestmark = pytest.mark.django_db

PRIORITIES, ORDER, SUMMARY, SENT = (f"/my/survey/end/{page}/" for page in ("priorities", "order", "summary", "sent"))


def text(response: Any) -> str:
    return unescape(response.content.decode())


def order() -> list[str]:
    return list(Priority.objects.order_by("place").values_list("area", flat=True))


def test_ticks_lead_to_their_order(phone: Client, draft: Response) -> None:
    assert press(phone, PRIORITIES, areas=["home", "friends"]).headers["Location"] == ORDER
    assert order() == ["home", "friends"]
    assert form_on(phone.get(PRIORITIES))["areas"] == ["home", "friends"]


@pytest.mark.parametrize("areas", [[], ["money"]])
def test_there_is_no_order_of_fewer_than_two(phone: Client, draft: Response, areas: list[str]) -> None:
    assert press(phone, PRIORITIES, areas=areas).headers["Location"] == SUMMARY
    assert order() == areas


def test_four_ticks_come_back_with_an_exact_sentence(phone: Client) -> None:
    factories.pack(document=factories.surveys.document(("home", "money", "friends", "hope")))
    press(phone, "/my/survey/")

    page = press(phone, PRIORITIES, areas=["home", "money", "friends", "hope"])

    assert page.status_code == 422
    assert "You ticked 4. Keep the three that matter most, and untick the others." in text(page)
    assert form_on(page)["areas"] == ["home", "money", "friends", "hope"]
    assert order() == []


def test_area_that_is_not_asked_cannot_matter(phone: Client, draft: Response) -> None:
    assert press(phone, PRIORITIES, areas=["garden"]).status_code == 404


def test_buttons_move_an_area_up_and_down(phone: Client, draft: Response) -> None:
    press(phone, PRIORITIES, areas=["home", "money", "friends"])

    assert press(phone, ORDER, up="friends").headers["Location"] == f"{ORDER}#friends"
    assert order() == ["home", "friends", "money"]
    press(phone, ORDER, down="home")
    assert order() == ["friends", "home", "money"]


def test_first_has_no_button_up_and_last_none_down(phone: Client, draft: Response) -> None:
    press(phone, PRIORITIES, areas=["home", "money"])

    page = text(phone.get(ORDER))

    assert ('name="up" value="money"' in page, 'name="down" value="home"' in page) == (True, True)
    assert ('name="up" value="home"' in page, 'name="down" value="money"' in page) == (False, False)


def test_order_without_a_button_finds_nothing_to_move(phone: Client, draft: Response) -> None:
    assert press(phone, ORDER).status_code == 404


def test_help_among_the_ticks_saves_them(phone: Client, draft: Response) -> None:
    assert press(phone, PRIORITIES, areas=["money"], go="help").headers["Location"] == "/my/help/"
    assert (Ask.objects.get().area, order()) == ("", ["money"])


@pytest.mark.parametrize("page", [ORDER, SUMMARY])
def test_help_at_the_end_moves_and_sends_nothing(phone: Client, draft: Response, page: str) -> None:
    factories.answer(draft, "home")

    assert 'formaction="/my/help/"' in text(phone.get(page))
    assert press(phone, page, to="/my/help/", go="not_safe").headers["Location"] == "/my/help/"
    draft.refresh_from_db()
    assert (Ask.objects.count(), draft.sent_at) == (1, None)


def test_summary_has_own_words_first_and_says_who_reads_what(phone: Client, draft: Response) -> None:
    factories.answer(draft, "home", scenario="home-a", words="My wall is <blue>.")
    factories.answer(draft, "money", sharing="private", words="I owe Sam.")

    page = text(phone.get(SUMMARY))

    assert page.index("My wall is <blue>.") < page.index("Home is like a.")
    who_reads = page[page.index("Who can see this") :]
    assert who_reads.index("Ines Invented and their manager") < who_reads.index("Home") < who_reads.index("Just you")
    assert who_reads.index("Just you") < who_reads.index("Money")
    assert 'href="/my/survey/friends/?from=summary"' in page


def test_summary_of_what_is_all_private_says_that_nothing_is_read(phone: Client, draft: Response) -> None:
    factories.answer(draft, "money", sharing="private")

    page = text(phone.get(SUMMARY))
    assert "Nothing. They only see that you answered." in page
    assert ">Keep it</button>" in page
    assert "Send" not in page.partition("<main")[2].partition("</main>")[0]


def test_summary_shows_then_and_now_in_words_and_one_chart(phone: Client, sent: Response, draft: Response) -> None:
    factories.answer(sent, "home", now=2, steadiness=1)
    factories.answer(draft, "home", now=4, steadiness=3)
    factories.answer(draft, "money", now=1)

    page = text(phone.get(SUMMARY))

    assert page.count('<figure class="then-and-now">') == 1
    assert "<td>home hard<br>Shaky</td>" in page
    assert "<td>home good<br>Fairly steady</td>" in page


def test_nothing_can_be_sent_before_an_area_was_opened(phone: Client, draft: Response) -> None:
    assert ">Send it</button>" not in text(phone.get(SUMMARY))
    assert press(phone, SUMMARY, response_id=str(draft.pk)).status_code == 404


def test_sending_leads_to_thanks_who_reads_it_and_what_comes_next(phone: Client, draft: Response) -> None:
    press(phone, "/my/survey/home/", now="3", sharing="shared")
    fields = form_on(phone.get(SUMMARY))

    assert [phone.post(SUMMARY, fields).headers["Location"] for _ in range(2)] == [SENT, SENT]
    assert phone.post(SUMMARY, fields | {"once": "another press"}).headers["Location"] == SENT

    page = text(phone.get(SENT))
    assert "Thank you, Yara" in page
    assert "Ines Invented can read what you shared, and so can their manager." in page
    draft.refresh_from_db()
    assert draft.sent_at is not None


def test_thanks_say_that_nobody_reads_what_was_kept(phone: Client, draft: Response) -> None:
    factories.answer(draft, "home", sharing="private")
    press(phone, SUMMARY)

    page = text(phone.get(SENT))

    assert "<title>Kept, just for you" in page
    assert "Kept, just for you. Nobody else can read it." in page
    assert "Ines Invented only sees that you answered." in page
    assert "Ines Invented can read" not in page
    assert "sent" not in page.partition("<main")[2].partition("</main>")[0].lower()


def test_thanks_for_nothing_lead_to_the_survey(phone: Client, yara: YoungPerson) -> None:
    assert phone.get(SENT).headers["Location"] == "/my/survey/"
