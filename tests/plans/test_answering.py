from datetime import UTC, datetime

import pytest

from ownpath.core.access import NotVisible
from ownpath.plans.queries import Answering, answering
from tests import factories
from tests.factories import WholePlan

SENT = datetime(2026, 3, 1, tzinfo=UTC)
BEFORE = datetime(2026, 2, 1, tzinfo=UTC)
AFTER = datetime(2026, 3, 9, tzinfo=UTC)


def test_the_next_response_finds_what_the_time_before_led_to(plan: WholePlan) -> None:
    sent = factories.response(plan.yara, sent_at=SENT)
    factories.answer(sent, "home")
    factories.response(plan.yara, sent_at=None)
    lock = factories.goal(plan.yara, area="home", words="I want a lock", created_at=AFTER)
    factories.step(lock, words="Ring the landlord")
    factories.goal(plan.yara, area="home", words="I want a flat", created_at=BEFORE)
    factories.goal(plan.yara, area="", words="I want a cat", created_at=AFTER)

    found = answering(actor=plan.owner)

    assert {area: [goal.words for goal in goals] for area, goals in found.led_to.items()} == {"home": ["I want a lock"]}
    assert [step.words for step in found.led_to["home"][0].steps.all()] == ["Ring the landlord"]
    assert found.survey.latest is not None


def test_after_a_check_in_each_area_counts_from_its_own_last_time(plan: WholePlan) -> None:
    whole = factories.response(plan.yara, sent_at=SENT)
    factories.answer(whole, "home")
    factories.answer(whole, "money")
    factories.answer(factories.response(plan.yara, sent_at=AFTER, asks=["money"]), "money")
    factories.response(plan.yara, sent_at=None)
    for area in ("home", "money"):
        factories.goal(plan.yara, area=area, words=f"I want {area}", created_at=SENT)

    led_to = answering(actor=plan.owner).led_to

    assert {area: [goal.words for goal in goals] for area, goals in led_to.items() if goals} == {
        "home": ["I want home"]
    }


def test_the_first_response_has_nothing_before_it(plan: WholePlan) -> None:
    factories.goal(plan.yara, area="home")

    assert answering(actor=plan.owner) == Answering(answering(actor=plan.owner).survey)


def test_nobody_else_answers(plan: WholePlan) -> None:
    with pytest.raises(NotVisible):
        answering(actor=plan.adviser)
