from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.actor import Actor
from ownpath.core.models import AuditEvent
from ownpath.people.enums import ContactResult, ContactWay
from ownpath.people.models import Contact, YoungPerson
from ownpath.plans.actions import AgreedStep, ReviewNote, ReviewTooLate, StepContent, record_contact_with_steps
from ownpath.plans.enums import GoalState, StepDoer
from ownpath.plans.models import Goal, Review, Step
from ownpath.plans.queries import at_hand
from ownpath.support.enums import AskKind, EntryKind
from ownpath.support.models import Ask, AskEntry
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def yara() -> YoungPerson:
    return factories.young_person(factories.authority())


@pytest.fixture
def ines(yara: YoungPerson) -> Actor:
    adviser = factories.adviser(yara.authority)
    factories.allocate(yara, adviser)
    return factories.actor(adviser)


def record(actor: Actor, person: YoungPerson, **values: Any) -> Contact:
    defaults: dict[str, Any] = {"at": clock.now(), "way": ContactWay.VISIT, "words": "We talked."}
    return record_contact_with_steps(actor=actor, young_person_id=person.pk, **defaults | values)


def promise(words: str = "Ring the housing office") -> StepContent:
    return StepContent(words, StepDoer.ADVISER, by_date=date(2026, 6, 1))


def test_contact_answers_asks_and_leaves_steps_for_goals_old_and_new(ines: Actor, yara: YoungPerson) -> None:
    ask, open_still = factories.ask(yara), factories.ask(yara, kind=AskKind.NOT_SAFE)
    home = factories.goal(yara)

    contact = record(
        ines,
        yara,
        ask_ids=[ask.pk],
        steps=[
            AgreedStep(promise(), home.pk),
            AgreedStep(promise("Find the form")),
            AgreedStep(StepContent("Pack", StepDoer.YOUNG_PERSON)),
        ],
        new_goal="I want a bus pass",
        why_open="She does not want to talk about it on the bus.",
    )

    ask.refresh_from_db()
    open_still.refresh_from_db()
    assert (ask.answered_in, open_still.answered_in) == (contact, None)
    assert sorted(Step.objects.values_list("words", "doer", "goal__words")) == [
        ("Find the form", "adviser", "I want a bus pass"),
        ("Pack", "young_person", "I want a bus pass"),
        ("Ring the housing office", "adviser", "I want a place of my own"),
    ]
    assert set(AuditEvent.objects.values_list("verb", flat=True)) == {
        "people.record_contact",
        "plans.add_step",
        "plans.record_contact_with_steps",
        "plans.start_goal",
        "support.answer_ask",
        "support.keep_open",
    }


def test_steps_of_new_goals_of_their_own_share_one_where_its_words_are_the_same(ines: Actor, yara: YoungPerson) -> None:
    steps = [AgreedStep(promise(words), new_goal=goal) for words, goal in (("A", "One"), ("B", "Two"), ("C", "One"))]

    record(ines, yara, steps=steps)

    assert sorted(Step.objects.values_list("words", "goal__words")) == [("A", "One"), ("B", "Two"), ("C", "One")]
    assert Goal.objects.count() == 2


def test_who_does_not_feel_safe_is_spoken_with_about_it_or_it_says_why_it_stays_open(
    ines: Actor, yara: YoungPerson
) -> None:
    first, second = (factories.ask(yara, kind=AskKind.NOT_SAFE) for _ in range(2))
    without: list[dict[str, Any]] = [{}, {"ask_ids": [first.pk]}, {"why_open": "  "}, {"way": ContactWay.MESSAGE}]

    for values in without:
        with pytest.raises(NotAllowed):
            record(ines, yara, **values)
    assert not Contact.objects.exists()
    record(ines, yara, ask_ids=[first.pk], why_open="He has a key.")

    assert list(Ask.objects.filter(answered_at=None)) == [second]
    line = AskEntry.objects.get(ask=second)
    assert (line.kind, line.words, line.by_id) == (EntryKind.STILL_OPEN, "He has a key.", ines.user_id)


def test_trying_to_reach_who_does_not_feel_safe_leaves_it_open_without_a_why(ines: Actor, yara: YoungPerson) -> None:
    ask = factories.ask(yara, kind=AskKind.NOT_SAFE)

    record(ines, yara, result=ContactResult.TRIED)

    ask.refresh_from_db()
    assert ask.is_open


def test_contact_alone_changes_nothing_else(ines: Actor, yara: YoungPerson) -> None:
    factories.ask(yara)

    record(ines, yara, result=ContactResult.TRIED)

    assert (Contact.objects.count(), Goal.objects.count(), Review.objects.count()) == (1, 0, 0)
    assert len(at_hand(actor=ines, young_person_id=yara.pk).asks) == 1


def test_nothing_comes_of_a_contact_that_was_only_tried(ines: Actor, yara: YoungPerson) -> None:
    came_of_it: list[dict[str, Any]] = [
        {"ask_ids": [factories.ask(yara).pk]},
        {"steps": [AgreedStep(promise(), factories.goal(yara).pk)]},
        {"review": ReviewNote(is_held=True, next_date=clock.today())},
    ]

    for values in came_of_it:
        with pytest.raises(NotAllowed):
            record(ines, yara, result=ContactResult.TRIED, **values)
    assert not Contact.objects.exists()


def test_contact_is_not_kept_without_all_that_came_of_it(ines: Actor, yara: YoungPerson) -> None:
    """One thing that cannot be: nothing is written at all."""
    other = factories.young_person(yara.authority)
    factories.allocate(other, factories.adviser(yara.authority))
    mo = factories.actor(factories.manager(yara.authority))
    ask = factories.ask(yara)
    goal_of_another = factories.goal(other)

    for actor, values, refusal in (
        (ines, {"ask_ids": [factories.ask(other).pk]}, NotVisible),
        (mo, {"ask_ids": [ask.pk, factories.ask(other).pk]}, NotAllowed),
        (mo, {"ask_ids": [ask.pk], "steps": [AgreedStep(promise(), goal_of_another.pk)]}, NotVisible),
        (ines, {"steps": [AgreedStep(promise(), uuid4())]}, NotVisible),
        (ines, {"at": clock.now() + timedelta(hours=1), "steps": [AgreedStep(promise())]}, NotAllowed),
        (ines, {"review": ReviewNote(is_held=True, next_date=date(2036, 1, 1))}, ReviewTooLate),
    ):
        with pytest.raises(refusal):
            record(actor, yara, **values)

    ask.refresh_from_db()
    assert ask.answered_at is None
    assert (Contact.objects.count(), Step.objects.count(), Goal.objects.count()) == (0, 0, 1)


def test_review_that_was_held_in_the_contact_sets_the_next_one(ines: Actor, yara: YoungPerson) -> None:
    factories.review(yara, clock.today() + timedelta(days=20))
    yesterday = clock.now() - timedelta(days=1)
    next_date = clock.today() + timedelta(days=90)

    record(ines, yara, at=yesterday, review=ReviewNote(is_held=True, next_date=next_date))

    rows = Review.objects.order_by("due_date").values_list("due_date", "held_date")
    assert list(rows) == [
        (clock.today() + timedelta(days=20), clock.day_of(yesterday)),
        (next_date, None),
    ]


def test_day_of_the_next_review_can_be_set_without_holding_one(ines: Actor, yara: YoungPerson) -> None:
    day = clock.today() + timedelta(days=90)

    record(ines, yara, review=ReviewNote(is_held=False, next_date=day))

    assert list(Review.objects.values_list("due_date", "held_date")) == [(day, None)]


def test_at_hand_are_open_asks_open_goals_and_the_review_ahead(
    ines: Actor, yara: YoungPerson, django_assert_num_queries: Any
) -> None:
    spoke = factories.contact(yara)
    factories.ask(yara, answered_at=spoke.at, answered_in=spoke)
    ask, goal = factories.ask(yara), factories.goal(yara)
    factories.goal(yara, state=GoalState.REACHED)
    factories.review(yara, date(2026, 1, 1), held_date=date(2026, 1, 1))
    factories.review(yara, date(2026, 6, 1))

    with django_assert_num_queries(5):
        found = at_hand(actor=ines, young_person_id=yara.pk)

    assert (found.young_person, found.asks, found.goals) == (yara, [ask], [goal])
    assert found.review_date == date(2026, 6, 1)


def test_nothing_is_at_hand_for_whoever_may_not_see_them(yara: YoungPerson) -> None:
    for who in (factories.adviser(yara.authority), factories.manager(factories.authority())):
        with pytest.raises(NotVisible):
            at_hand(actor=factories.actor(who), young_person_id=yara.pk)
