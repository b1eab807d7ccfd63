from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ownpath.core.models import AuditEvent
from ownpath.plans.models import Goal, Step
from ownpath.surveys.enums import Change, Sharing
from ownpath.surveys.models import AnswerReading, AreaAnswer
from tests import factories
from tests.client import Client
from tests.factories import WholePlan
from tests.factories.surveys import document

SECRET = "a secret that nobody may read"
AREAS = ("home", "days", "money", "body", "mind", "friends", "family", "love")


@pytest.fixture
def plan(db: None) -> WholePlan:
    factories.pack(document=document(AREAS))
    return factories.whole_plan()


@pytest.fixture
def adviser(client: Client, plan: WholePlan) -> Client:
    client.force_login(plan.ines)
    return client


def guide_of(client: Client, plan: WholePlan) -> str:
    return client.get(f"/staff/people/{plan.yara.pk}/conversation/").content.decode()


def in_order(text: str, *pieces: str) -> bool:
    places = [text.index(piece) for piece in pieces]
    return places == sorted(places)


def test_their_own_words_come_first_and_what_they_put_first_before_all(adviser: Client, plan: WholePlan) -> None:
    then = factories.response(plan.yara, sent_at=datetime(2026, 3, 1, tzinfo=UTC))
    factories.answer(then, "home", now=2, words="It was <quiet>")
    now = factories.response(plan.yara, sent_at=datetime(2026, 9, 1, tzinfo=UTC))
    factories.answer(now, "home", now=1, change=Change.WORSE, words="The window is broken", scenario="home-b")
    factories.answer(now, "friends", change=Change.BETTER, words="I met two people")
    factories.answer(now, "money", steadiness=1, words="It comes and goes")
    factories.answer(now, "days", words="College soon")
    factories.prioritise(now, "friends", "days")

    text = guide_of(adviser, plan)

    assert in_order(text, "I met two people", "College soon", "The window is broken", "It comes and goes")
    assert in_order(text, "What matters most to them now", "What got worse", "What is not steady")
    assert "What is better" not in text
    assert in_order(text, "The window is broken", "Home is like b.", "home very hard", "In March 2026: home hard")
    assert "It was &lt;quiet&gt;" in text
    event = AuditEvent.objects.get(kind=AuditEvent.Kind.VIEW)
    assert (event.verb, event.young_person_id, event.actor_id) == ("staff:conversation", plan.yara.pk, plan.ines.pk)


def test_what_was_kept_private_leaves_the_page_as_if_it_were_not_there(adviser: Client, plan: WholePlan) -> None:
    sent_at = datetime(2026, 9, 1, tzinfo=UTC)

    def told(person: Any, *, with_secrets: bool) -> str:
        response = factories.response(person, sent_at=sent_at)
        answer = factories.answer(response, "home", words="The window is broken", change=Change.WORSE)
        if with_secrets:
            factories.answer(response, "love", words=SECRET, sharing=Sharing.PRIVATE, change=Change.WORSE)
            factories.answer(response, "mind", words=SECRET, is_not_now=True)
            factories.answer(factories.response(person, sent_at=None), "home", words=SECRET)
        factories.prioritise(response, *(["love", "home"] if with_secrets else ["home"]))
        text = adviser.get(f"/staff/people/{person.pk}/conversation/").content.decode()
        return _without_tokens(text).replace(str(person.pk), "").replace(str(answer.pk), "")

    twin = factories.young_person(plan.yara.authority, "Yara Notreal")
    factories.allocate(twin, plan.ines)

    with_secrets = told(plan.yara, with_secrets=True)

    assert SECRET not in with_secrets
    assert with_secrets == told(twin, with_secrets=False)


def _without_tokens(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if 'type="hidden"' not in line)


@pytest.mark.parametrize("what", ["nothing", "a draft", "all private"])
def test_nothing_shared_says_so_and_how_to_ask(adviser: Client, plan: WholePlan, what: str) -> None:
    if what != "nothing":
        response = factories.response(plan.yara, **({"sent_at": None} if what == "a draft" else {}))
        factories.answer(response, "home", sharing=Sharing.PRIVATE if what == "all private" else Sharing.SHARED)

    assert "Yara Notreal has not shared with you how life is going." in guide_of(adviser, plan)

    assert f"/staff/people/{plan.yara.pk}/ask/" in guide_of(adviser, plan)


def test_an_answer_becomes_a_goal_with_its_first_step_and_stands_beside_the_answer(
    adviser: Client, plan: WholePlan
) -> None:
    answer = factories.answer(factories.response(plan.yara), "home", words="The window is broken")
    address = f"/staff/people/{plan.yara.pk}/plan/goals/add/from/{answer.pk}/"
    assert address in guide_of(adviser, plan)
    form = adviser.get(address).content.decode()
    assert "The window is broken" in form
    assert "I want " in form

    adviser.post(address, {"words": "I want a window that shuts", "first_step": "Ring the landlord", "doer": "adviser"})

    goal = Goal.objects.get(from_answer=answer)
    assert (goal.words, goal.area, goal.created_by) == ("I want a window that shuts", "home", plan.ines)
    assert Step.objects.get(goal=goal).doer == "adviser"
    text = guide_of(adviser, plan)
    assert in_order(text, "The window is broken", "I want a window that shuts", "Ring the landlord")


def test_number_of_queries_stays_under_twelve_and_does_not_grow(adviser: Client, plan: WholePlan) -> None:
    counts = set()
    factories.answer(factories.response(plan.yara), "home")
    guide_of(adviser, plan)
    for areas in (AREAS[:1], AREAS):
        response = factories.response(plan.yara)
        for area in areas:
            factories.answer(response, area, words="Words")
            factories.step(factories.goal(plan.yara, area=area))
        factories.prioritise(response, *areas[:3])
        guide_of(adviser, plan)  # the first look notes that it was read
        with CaptureQueriesContext(connection) as asked:
            assert guide_of(adviser, plan).count("Make this a goal") == len(areas)
        counts.add(len(asked))

    assert len(counts) == 1
    assert max(counts) <= 12


def readings(plan: WholePlan) -> list[str]:
    return [reading.reader.name for reading in AnswerReading.objects.filter(young_person=plan.yara)]


def test_opening_what_is_new_is_noted_once_and_again_when_there_is_more(adviser: Client, plan: WholePlan) -> None:
    factories.answer(factories.response(plan.yara), "home")
    factories.answer(factories.response(plan.yara), "money", sharing=Sharing.PRIVATE)

    for _look in range(3):
        guide_of(adviser, plan)
    assert readings(plan) == [plan.ines.name]

    factories.answer(factories.response(plan.yara), "money")
    guide_of(adviser, plan)
    assert readings(plan) == [plan.ines.name] * 2


def test_opening_what_was_not_shared_reads_nothing(adviser: Client, plan: WholePlan) -> None:
    AnswerReading.objects.all().delete()
    AreaAnswer.objects.update(sharing=Sharing.PRIVATE)
    factories.answer(factories.response(plan.yara, sent_at=None), "home")

    guide_of(adviser, plan)

    assert readings(plan) == []


def test_nobody_says_that_it_needs_no_call_before_reading_or_without_words(adviser: Client, plan: WholePlan) -> None:
    factories.answer(factories.response(plan.yara), "home")
    page = f"/staff/people/{plan.yara.pk}/conversation/close/"

    unread = adviser.post(page, {"reason": "No need."})
    assert (unread.status_code, unread["Location"]) == (302, f"/staff/people/{plan.yara.pk}/conversation/")
    assert readings(plan) == []
    assert "you have not read. Read it first." in guide_of(adviser, plan)
    assert adviser.post(page, {"reason": "  "}).status_code == 422
    assert adviser.post(page, {"reason": "We talked."}).status_code == 302

    (reading,) = AnswerReading.objects.filter(young_person=plan.yara)
    assert (reading.no_contact_reason, reading.closed_at is not None) == ("We talked.", True)


def test_whoever_opens_the_page_reads_all_that_nobody_has_come_back_to(adviser: Client, plan: WholePlan) -> None:
    first = factories.response(plan.yara, sent_at=datetime(2026, 9, 1, tzinfo=UTC))
    factories.answer(first, "home", now=1, words="He hit me.")
    factories.answer(first, "mind", words="I do not sleep.")
    second = factories.response(plan.yara, sent_at=datetime(2026, 9, 2, tzinfo=UTC))
    factories.answer(second, "mind", words="Still not.")
    factories.answer(factories.response(plan.yara), "money", words="Fine.")

    text = guide_of(adviser, plan)

    assert in_order(text, "nobody has come back to it", "He hit me.", "I do not sleep.", "Fine.")
    assert "Still not." in text


def test_unread_answers_of_a_record_that_ended_can_be_opened(client: Client, plan: WholePlan) -> None:
    factories.answer(factories.response(plan.yara), "home", words="He hit me.")
    factories.record_end(plan.yara)
    client.force_login(factories.manager(plan.yara.authority))

    assert "He hit me." in guide_of(client, plan)
    assert len(readings(plan)) == 1
