from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test.utils import CaptureQueriesContext

from ownpath.core.access import NotVisible
from ownpath.plans import actions
from ownpath.plans.enums import StepDoer
from ownpath.plans.queries import Conversation, Talk, beginning, conversation, goals_by_area
from ownpath.surveys.enums import Change, Sharing
from tests import factories
from tests.factories import WholePlan
from tests.factories.surveys import document

SECRET = "a secret that nobody may read"
JANUARY = datetime(2026, 1, 1, tzinfo=UTC)
MARCH = datetime(2026, 3, 1, tzinfo=UTC)
SEPTEMBER = datetime(2026, 9, 1, tzinfo=UTC)
PARTS = ("put_first", "got_worse", "unsteady", "better", "rest")
AREAS = ("home", "days", "money", "body", "mind", "friends", "family", "love")


def guide(plan: WholePlan) -> Conversation:
    return conversation(actor=plan.adviser, young_person_id=plan.yara.pk)


def areas(found: Conversation) -> dict[str, list[str]]:
    return {part: [talk.said.area.id for talk in getattr(found, part)] for part in PARTS}


def talks(found: Conversation) -> list[Talk]:
    return [talk for part in PARTS for talk in getattr(found, part)]


@pytest.fixture
def pack(db: None) -> object:
    return factories.pack(document=document(AREAS))


@pytest.mark.usefixtures("pack")
def test_each_area_stands_once_in_the_first_part_that_fits_and_theirs_come_first(plan: WholePlan) -> None:
    told = factories.response(plan.yara)
    factories.answer(told, "friends", change=Change.BETTER)
    factories.answer(told, "home", change=Change.WORSE, steadiness=1)
    factories.answer(told, "money", steadiness=2, change=Change.BETTER)
    factories.answer(told, "days", change=Change.UP_AND_DOWN)
    factories.answer(told, "body", change=Change.BETTER)
    factories.answer(told, "mind", change=Change.SAME)
    factories.answer(told, "family", change=Change.WORSE)
    factories.prioritise(told, "mind", "family")

    assert areas(guide(plan)) == {
        "put_first": ["mind", "family"],
        "got_worse": ["home"],
        "unsteady": ["days", "money"],
        "better": ["body", "friends"],
        "rest": [],
    }


@pytest.mark.usefixtures("pack")
def test_nothing_private_skipped_or_unsent_leaves_a_trace(plan: WholePlan) -> None:
    before = factories.response(plan.yara, sent_at=MARCH)
    factories.answer(before, "home", words=SECRET, sharing=Sharing.PRIVATE)
    factories.answer(before, "money", words="It was fine")
    told = factories.response(plan.yara, sent_at=SEPTEMBER)
    factories.answer(told, "home", words="The window is broken")
    factories.answer(told, "love", words=SECRET, sharing=Sharing.PRIVATE, change=Change.WORSE)
    factories.answer(told, "family", words=SECRET, is_not_now=True)
    factories.answer(told, "mind", now=None, change="", steadiness=None)
    factories.prioritise(told, "love", "home", "family")
    draft = factories.response(plan.yara, sent_at=None)
    factories.answer(draft, "home", words=SECRET)

    found = guide(plan)

    assert areas(found) == {"put_first": ["home"], "got_worse": [], "unsteady": [], "better": [], "rest": []}
    [talk] = talks(found)
    assert (talk.said.answer.words, talk.then) == ("The window is broken", None)
    assert found.sent_at == SEPTEMBER
    assert SECRET not in repr(found)


@pytest.mark.usefixtures("pack")
def test_a_response_that_was_all_private_does_not_show_at_all(plan: WholePlan) -> None:
    earlier = factories.response(plan.yara, sent_at=MARCH)
    factories.answer(earlier, "home", words="A quiet flat")
    private = factories.response(plan.yara, sent_at=SEPTEMBER)
    factories.answer(private, "home", words=SECRET, sharing=Sharing.PRIVATE)
    factories.prioritise(private, "home")

    found = guide(plan)

    assert (found.sent_at, areas(found)["rest"], found.put_first) == (MARCH, ["home"], ())


@pytest.mark.usefixtures("pack")
def test_check_in_brings_its_areas_and_leaves_the_others_as_they_were_shared(plan: WholePlan) -> None:
    factories.answer(factories.response(plan.yara, sent_at=JANUARY), "money", words="Long ago")
    whole = factories.response(plan.yara, sent_at=MARCH)
    factories.answer(whole, "home", words="Damp", now=1)
    factories.answer(whole, "friends", words="Sam")
    factories.prioritise(whole, "home")
    check_in = factories.response(plan.yara, sent_at=SEPTEMBER, asks=["home", "friends"])
    factories.answer(check_in, "home", words="Dry", now=4)
    factories.answer(check_in, "friends", words=SECRET, sharing=Sharing.PRIVATE)

    found = guide(plan)

    told = {talk.said.area.id: (talk.said.answer.words, talk.said.sent_at) for talk in talks(found)}
    assert told == {"home": ("Dry", SEPTEMBER), "friends": ("Sam", MARCH)}
    assert areas(found)["put_first"] == ["home"]
    [home] = found.put_first
    assert home.then is not None
    assert (home.then.answer.words, home.then.sent_at, found.sent_at) == ("Damp", MARCH, SEPTEMBER)
    assert SECRET not in repr(found)


@pytest.mark.usefixtures("pack")
@pytest.mark.parametrize("values", [{"sent_at": None}, {}])
def test_somebody_who_shared_nothing_and_somebody_who_sent_nothing_look_the_same(
    plan: WholePlan, values: dict[str, None]
) -> None:
    told = factories.response(plan.yara, **values)
    factories.answer(told, "home", sharing=Sharing.SHARED if values else Sharing.PRIVATE)

    assert guide(plan) == Conversation(plan.yara)


def test_then_and_now_are_each_in_the_words_that_were_asked(plan: WholePlan) -> None:
    old = factories.pack(document=document(("home",)))
    newer = document(("home",))
    newer["areas"][0]["now"] = ["1", "2", "3", "4", "Really good now"]
    then = factories.response(plan.yara, sent_at=MARCH, pack=old)
    factories.answer(then, "home", now=2)
    now = factories.response(plan.yara, sent_at=SEPTEMBER, pack=factories.pack(document=newer))
    factories.answer(now, "home", now=5)

    [talk] = talks(guide(plan))

    assert talk.then is not None
    assert (talk.then.now, talk.said.now) == ("home hard", "Really good now")


@pytest.mark.usefixtures("pack")
def test_an_area_shows_the_steps_that_it_led_to(plan: WholePlan) -> None:
    home = factories.answer(factories.response(plan.yara), "home")
    goal = actions.start_goal(
        actor=plan.adviser,
        young_person_id=plan.yara.pk,
        words="I want a lock",
        from_answer_id=home.pk,
        first_step=actions.StepContent("Ring the landlord", StepDoer.ADVISER),
    )

    [talk] = talks(guide(plan))

    assert [(goal.words, [step.words for step in goal.steps.all()]) for goal in talk.goals] == [
        ("I want a lock", ["Ring the landlord"])
    ]
    assert goals_by_area(actor=plan.owner, young_person_id=plan.yara.pk) == {"home": [goal]}


@pytest.mark.usefixtures("pack")
def test_who_may_open_it(plan: WholePlan) -> None:
    answer = factories.answer(factories.response(plan.yara), "home", words=SECRET)
    reads: list[Callable[..., object]] = [
        lambda actor: conversation(actor=actor, young_person_id=plan.yara.pk),
        lambda actor: beginning(actor=actor, young_person_id=plan.yara.pk, answer_id=answer.pk),
    ]
    for read in reads:
        for actor in plan.people_who_may().values():
            assert read(actor)
        for actor in plan.people_who_may_not().values():
            with pytest.raises(NotVisible):
                read(actor)
    for actor in plan.people_who_may_not().values():
        assert goals_by_area(actor=actor, young_person_id=plan.yara.pk) == {}


@pytest.mark.usefixtures("pack")
def test_only_a_shared_and_sent_answer_of_this_person_can_be_opened(plan: WholePlan) -> None:
    zane = factories.young_person(plan.yara.authority, "Zane Notreal")
    factories.allocate(zane, plan.ines)
    closed = [
        factories.answer(factories.response(plan.yara), "home", sharing=Sharing.PRIVATE),
        factories.answer(factories.response(plan.yara, sent_at=None), "home"),
        factories.answer(factories.response(plan.yara), "home", is_not_now=True),
        factories.answer(factories.response(zane), "home"),
    ]

    for answer in closed:
        with pytest.raises(NotVisible):
            beginning(actor=plan.adviser, young_person_id=plan.yara.pk, answer_id=answer.pk)


@pytest.mark.usefixtures("pack")
def test_number_of_queries_does_not_grow(
    plan: WholePlan, django_assert_num_queries: Callable[[int], CaptureQueriesContext]
) -> None:
    adviser = plan.adviser
    for areas_told in (1, len(AREAS)):
        told = factories.response(plan.yara)
        for area in AREAS[:areas_told]:
            factories.answer(told, area)
            factories.step(factories.goal(plan.yara, area=area))
        factories.prioritise(told, *AREAS[:areas_told][:3])
        guide(plan)
        with django_assert_num_queries(6):
            conversation(actor=adviser, young_person_id=plan.yara.pk)
