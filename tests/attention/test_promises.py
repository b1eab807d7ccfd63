from datetime import UTC, date, datetime
from typing import Any

import pytest

from ownpath.attention.enums import ReasonKind
from ownpath.attention.kinds import promises
from ownpath.people.models import YoungPerson
from ownpath.plans.enums import GoalState, StepDoer
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 4)


def found() -> list[tuple[str, date, str]]:
    return [(one.kind, one.since, one.sentence) for one in promises.find(YoungPerson.objects.all(), TODAY)]


def test_promise_of_ours_is_late_from_the_day_after_it_was_due() -> None:
    goal = factories.goal(factories.young_person(factories.authority()))
    factories.step(goal, by_date=TODAY, words="Not late today")
    factories.step(goal, by_date=date(2026, 5, 3))
    factories.step(goal, by_date=date(2026, 5, 2), words="Ask the bank")

    assert found() == [
        (ReasonKind.PROMISE, date(2026, 5, 2), "Our promise “Ask the bank” is late: it was due on 2 May."),
        (ReasonKind.PROMISE, date(2026, 5, 3), "Our promise “Ring the housing office” is late: it was due yesterday."),
    ]


@pytest.mark.parametrize(
    "values",
    [
        {"doer": StepDoer.YOUNG_PERSON},
        {"doer": StepDoer.OTHER, "doer_name": "Auntie Pretend"},
        {"done_at": datetime(2026, 5, 4, 9, tzinfo=UTC)},
        {"let_go_at": datetime(2026, 5, 3, 9, tzinfo=UTC)},
        {"by_date": None},
    ],
)
def test_what_others_do_what_is_done_and_what_has_no_day_is_no_reason(values: dict[str, Any]) -> None:
    goal = factories.goal(factories.young_person(factories.authority()))
    factories.step(goal, **{"by_date": date(2026, 5, 1)} | values)

    assert found() == []


@pytest.mark.parametrize("state", [GoalState.REACHED, GoalState.PUT_AWAY])
def test_promise_for_a_goal_nobody_works_on_is_no_reason(state: GoalState) -> None:
    goal = factories.goal(factories.young_person(factories.authority()), state=state)
    factories.step(goal, by_date=date(2026, 5, 1))

    assert found() == []
