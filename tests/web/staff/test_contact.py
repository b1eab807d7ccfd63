import re
from datetime import UTC, date, datetime, timedelta
from html import unescape
from typing import Any
from uuid import uuid4

import pytest

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.people.enums import ContactResult, ContactWay
from ownpath.people.models import Contact, YoungPerson
from ownpath.plans.models import Goal, Review, Step
from tests import factories
from tests.client import Client

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 5, 4, 13, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _now() -> Any:
    with clock.held_at(NOW):
        yield


@pytest.fixture
def yara() -> YoungPerson:
    return factories.young_person(factories.authority())


@pytest.fixture
def ines(yara: YoungPerson, client: Client) -> User:
    """Her adviser, signed in."""
    adviser = factories.adviser(yara.authority)
    factories.allocate(yara, adviser)
    client.force_login(adviser)
    return adviser


def url(person: YoungPerson) -> str:
    return f"/staff/people/{person.pk}/contact/"


def filled(**values: Any) -> dict[str, Any]:
    """The form as the page gives it, with what takes a minute to fill in."""
    at = {"at-day": "4", "at-month": "5", "at-year": "2026", "at-time": "14:00"}
    return at | {"way": "visit", "result": "reached", "words": "We talked.", "once": "a"} | values


def step(number: int, **values: Any) -> dict[str, Any]:
    return {f"step_{number}_{part.replace('by_', 'by_date-')}": value for part, value in values.items()}


def faults(client: Client, person: YoungPerson, values: dict[str, Any]) -> list[str]:
    """What the page says is wrong; nothing was recorded."""
    response = client.post(url(person), values)
    assert response.status_code == 422
    assert not Contact.objects.exists()
    (summary,) = re.findall(r'govuk-error-summary__list">(.*?)</ul>', response.text, re.DOTALL)
    return [unescape(fault) for fault in re.findall(r"<a [^>]+>([^<]+)</a>", summary)]


def test_page_starts_with_now_and_that_it_worked(client: Client, ines: User, yara: YoungPerson) -> None:
    page = client.get(url(yara)).text

    assert 'value="14:30"' in page
    assert 'value="reached" checked' in page


def test_contact_with_all_that_came_of_it_is_one_press(client: Client, ines: User, yara: YoungPerson) -> None:
    ask, home = factories.ask(yara, asked_at=NOW - timedelta(hours=2)), factories.goal(yara)
    values = filled(who_was_there="Her aunt", ask_ids=[str(ask.pk)], is_review="on")
    values |= step(1, words="Ring them", doer="adviser", goal=str(home.pk), by_day="8", by_month="5", by_year="2026")
    values |= step(2, words="Find the form", doer="other", doer_name="Her aunt", new_goal="I want a bus pass")

    response = client.post(url(yara), values)

    assert (response.status_code, response["Location"]) == (302, f"/staff/people/{yara.pk}/")
    contact = Contact.objects.get()
    assert (contact.at, contact.way, contact.words) == (datetime(2026, 5, 4, 13, tzinfo=UTC), "visit", "We talked.")
    assert (contact.who_was_there, contact.recorded_by) == ("Her aunt", ines)
    ask.refresh_from_db()
    assert ask.answered_in == contact
    assert sorted(Step.objects.values_list("words", "doer", "doer_name", "by_date", "goal__words")) == [
        ("Find the form", "other", "Her aunt", None, "I want a bus pass"),
        ("Ring them", "adviser", "", date(2026, 5, 8), "I want a place of my own"),
    ]
    assert sorted(Review.objects.values_list("due_date", "held_date")) == [
        (date(2026, 5, 4), date(2026, 5, 4)),
        (date(2026, 11, 4), None),
    ]


def test_sending_it_twice_records_it_once(client: Client, ines: User, yara: YoungPerson) -> None:
    for _ in range(2):
        assert client.post(url(yara), filled()).status_code == 302

    assert Contact.objects.count() == 1


def test_what_was_only_tried_needs_no_words(client: Client, ines: User, yara: YoungPerson) -> None:
    client.post(url(yara), filled(result="tried", words="", way="call"))

    assert Contact.objects.values_list("result", "way").get() == (ContactResult.TRIED, ContactWay.CALL)


def test_nothing_can_have_come_of_what_was_only_tried(client: Client, ines: User, yara: YoungPerson) -> None:
    ask = factories.ask(yara, asked_at=NOW - timedelta(hours=2))
    values = filled(result="tried", ask_ids=[str(ask.pk)], is_review="on")
    values |= step(1, words="Find one", doer="young_person", new_goal="I want a cat")

    found = faults(client, yara, values)

    assert found == ["You did not reach them, so nothing can have come of it yet."] * 4
    assert not Goal.objects.exists()


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"words": " "}, "Write a line about it, so that nobody has to tell it twice."),
        ({"at-day": "5"}, "Write a date that is not after 4 May 2026."),
        ({"at-time": "14:31"}, "This time has not come yet."),
        ({"at-year": "2025", "at-month": "4"}, "Write a date that is not before 4 May 2025."),
        ({"at-day": "31", "at-month": "2"}, "There is no such day. Write a date like 4 5 2026."),
        ({"way": ""}, "Choose one."),
        (step(1, doer="adviser"), "Write what the step is."),
        (step(2, words="Ring", doer="adviser", new_goal="I want"), "Write by when we promise it."),
        (step(3, words="Ring", doer="other", new_goal="I want"), "Write who does it."),
        (
            step(1, words="Pack", doer="young_person"),
            "Write the goal that the step is for, or choose one of their goals.",
        ),
        (
            {"review_date-day": "5", "review_date-month": "11", "review_date-year": "2026"},
            "Write a day from 4 May 2026 to 4 November 2026.",
        ),
    ],
)
def test_each_slip_gets_one_kind_sentence(
    client: Client, ines: User, yara: YoungPerson, values: dict[str, Any], fault: str
) -> None:
    assert faults(client, yara, filled(**values)) == [fault]


def test_what_was_typed_comes_back_with_the_fault_and_its_step_open(
    client: Client, ines: User, yara: YoungPerson
) -> None:
    values = filled(words="A long and careful note.") | step(2, words="Ring them", doer="adviser", new_goal="I want")

    page = client.post(url(yara), values).text

    assert "A long and careful note." in page
    assert 'value="Ring them"' in page
    assert page.count('<details class="govuk-details step" open>') == 2


def test_step_needs_its_words_and_nothing_else(client: Client, ines: User, yara: YoungPerson) -> None:
    factories.goal(yara, words="I want a cat", created_at=NOW - timedelta(days=9))
    factories.goal(yara, words="I want a job", created_at=NOW - timedelta(days=1))
    page = client.get(url(yara)).text
    selects = re.findall(r'<select[^>]+name="(step_1_\w+)".*?</select>', page, re.DOTALL)
    chosen = re.findall(r'<option value="([^"]*)" selected', page)

    client.post(url(yara), filled(**dict(zip(selects, chosen, strict=False)), step_1_words="Ring the bakery"))
    client.post(url(yara), filled(once="b", step_1_words="Buy an alarm clock"))

    assert selects == ["step_1_doer", "step_1_goal"]
    assert sorted(Step.objects.values_list("words", "doer", "goal__words")) == [
        ("Buy an alarm clock", "young_person", "I want a job"),
        ("Ring the bakery", "young_person", "I want a job"),
    ]


def test_new_goal_is_asked_for_in_the_step_that_is_for_it(client: Client, ines: User, yara: YoungPerson) -> None:
    factories.goal(yara, words="I want a cat")

    fault = client.post(url(yara), filled(step_2_words="Ring", step_2_goal=""))
    client.post(url(yara), filled(step_2_words="Ring", step_2_goal="", step_2_new_goal="I want a job"))

    assert 'id="id_step_2_new_goal-error"' in fault.text
    assert Step.objects.values_list("words", "goal__words").get() == ("Ring", "I want a job")


def test_steps_below_are_for_the_new_goal_of_the_one_above(client: Client, ines: User, yara: YoungPerson) -> None:
    values = step(1, words="Ring", new_goal="I want a job") | step(2, words="Write")

    client.post(url(yara), filled(**values))

    assert sorted(Step.objects.values_list("words", "goal__words")) == [
        ("Ring", "I want a job"),
        ("Write", "I want a job"),
    ]


def test_goal_can_be_agreed_without_a_step(client: Client, ines: User, yara: YoungPerson) -> None:
    client.post(url(yara), filled(**step(1, new_goal="I want a job")))

    assert (Goal.objects.get().words, Step.objects.count()) == ("I want a job", 0)


@pytest.mark.parametrize("way", ["call", "message"])
def test_contact_that_does_not_end_not_feeling_safe_asks_why(
    client: Client, ines: User, yara: YoungPerson, way: str
) -> None:
    ask = factories.ask(yara, kind="not_safe", asked_at=NOW - timedelta(hours=2))
    values = filled(way=way, words="Rang her. She hung up.", ask_ids=[str(ask.pk)] if way == "message" else [])

    asked = client.post(url(yara), values)
    client.post(url(yara), values | {"why_open": "She could not talk."})

    assert asked.status_code == 422
    assert 'id="id_why_open-error"' in asked.text
    assert "Rang her. She hung up." in asked.text
    ask.refresh_from_db()
    assert (ask.is_open, ask.entries.get().words) == (True, "She could not talk.")


def test_contact_of_before_they_said_it_asks_why_too(client: Client, ines: User, yara: YoungPerson) -> None:
    factories.ask(yara, kind="not_safe", asked_at=NOW)

    assert client.post(url(yara), filled()).status_code == 422


def test_who_comes_from_an_ask_finds_it_ticked(client: Client, ines: User, yara: YoungPerson) -> None:
    asks = [factories.ask(yara, kind=kind, asked_at=NOW) for kind in ("not_safe", "not_safe", "help")]

    ticked = [
        re.findall(r'name="ask_ids"[^>]*value="([^"]+)" checked', client.get(f"{url(yara)}?ask={asked}").text)
        for asked in (asks[1].pk, asks[2].pk, "nothing", uuid4())
    ]

    assert [sorted(found) for found in ticked] == [sorted(str(ask.pk) for ask in asks[:2]), [str(asks[2].pk)], [], []]


def test_trying_from_an_ask_leaves_it_open(client: Client, ines: User, yara: YoungPerson) -> None:
    ask = factories.ask(yara, kind="not_safe", asked_at=NOW - timedelta(hours=2))

    response = client.post(f"{url(yara)}?ask={ask.pk}", filled(result="tried", words="", ask_ids=[str(ask.pk)]))

    assert response.status_code == 302
    ask.refresh_from_db()
    assert ask.is_open
    assert Contact.objects.get().result == ContactResult.TRIED


def test_ask_cannot_have_been_spoken_about_before_it_was_made(client: Client, ines: User, yara: YoungPerson) -> None:
    ask = factories.ask(yara, asked_at=NOW - timedelta(hours=2))

    found = faults(client, yara, filled(**{"at-day": "3", "ask_ids": [str(ask.pk)]}))

    assert found == ["They asked for this later than the time above."]


@pytest.mark.parametrize(
    ("kind", "way", "fault"), [("not_safe", "message", True), ("not_safe", "call", False), ("help", "message", False)]
)
def test_who_does_not_feel_safe_has_to_be_spoken_with(
    client: Client, ines: User, yara: YoungPerson, kind: str, way: str, fault: bool
) -> None:
    ask = factories.ask(yara, kind=kind, asked_at=NOW - timedelta(hours=2))

    response = client.post(url(yara), filled(way=way, ask_ids=[str(ask.pk)]))

    assert ("A message is not enough: somebody has to speak with them." in response.content.decode()) == fault
    ask.refresh_from_db()
    assert ask.is_open == fault


def test_ask_goal_or_page_of_somebody_else_is_not_there(client: Client, ines: User, yara: YoungPerson) -> None:
    other = factories.young_person(yara.authority, "Zane Notreal")
    ask, goal = factories.ask(other), factories.goal(other)

    assert client.get(url(other)).status_code == 404
    assert client.post(url(other), filled()).status_code == 404
    assert faults(client, yara, filled(ask_ids=[str(ask.pk)])) == ["Tick some of these."]
    assert "Choose one of these." in faults(
        client, yara, filled(**step(1, words="Pack", doer="young_person", goal=str(goal.pk)))
    )


def test_answered_asks_and_reached_goals_are_not_offered(client: Client, ines: User, yara: YoungPerson) -> None:
    spoke = factories.contact(yara, at=NOW - timedelta(days=1))
    factories.ask(yara, words="Long since answered", answered_at=NOW, answered_in=spoke)
    factories.ask(yara, words="Still open")
    factories.goal(yara, words="I got there", state="reached")

    page = client.get(url(yara)).text

    assert "Still open" in page
    assert "Long since answered" not in page
    assert "I got there" not in page
