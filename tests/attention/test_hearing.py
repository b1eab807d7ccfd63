from datetime import date
from typing import Any

import pytest

from ownpath.attention.enums import ReasonKind
from ownpath.attention.kinds import each_person
from ownpath.people.models import YoungPerson
from ownpath.surveys.enums import Sharing
from tests import factories

from .days import at

pytestmark = pytest.mark.django_db
TODAY = date(2026, 8, 3)
KINDS = {ReasonKind.NOT_HEARD, ReasonKind.NEVER_ASKED}
SEVEN_MONTHS_AGO = date(2026, 1, 3)
OVER_SEVEN_MONTHS_AGO = date(2026, 1, 2)


@pytest.fixture
def yara() -> YoungPerson:
    return factories.young_person(factories.authority(), joined_date=date(2026, 7, 1))


def found() -> list[tuple[str, date, str]]:
    reasons = each_person.find(YoungPerson.objects.all(), TODAY)
    return [(one.kind, one.since, one.sentence) for one in reasons if one.kind in KINDS]


def told(of: YoungPerson, on: date, **values: Any) -> None:
    """A response in which something was said about home, and shared unless the values say otherwise."""
    factories.answer(factories.response(of, sent_at=at(on)), "home", **values)


def test_who_answered_within_seven_months_is_not_listed(yara: YoungPerson) -> None:
    told(yara, SEVEN_MONTHS_AGO)

    assert found() == []


def test_who_answered_over_seven_months_ago_is_listed(yara: YoungPerson) -> None:
    told(yara, date(2025, 5, 1))
    told(yara, OVER_SEVEN_MONTHS_AGO)
    factories.survey_request(yara, requested_at=at(TODAY))

    assert found() == [
        (ReasonKind.NOT_HEARD, OVER_SEVEN_MONTHS_AGO, "Has not told us how life is going since 2 January.")
    ]


def test_who_was_asked_within_seven_months_has_time(yara: YoungPerson) -> None:
    factories.survey_request(yara, requested_at=at(SEVEN_MONTHS_AGO))

    assert found() == []


def test_who_never_answered_counts_from_the_first_time_they_were_asked(yara: YoungPerson) -> None:
    factories.survey_request(yara, requested_at=at(OVER_SEVEN_MONTHS_AGO))
    factories.survey_request(yara, requested_at=at(TODAY))

    assert found() == [
        (
            ReasonKind.NOT_HEARD,
            OVER_SEVEN_MONTHS_AGO,
            "Was asked how life is going on 2 January, and has not told us yet.",
        )
    ]


def test_who_was_never_asked_is_listed_from_the_day_their_record_began(yara: YoungPerson) -> None:
    assert found() == [
        (
            ReasonKind.NEVER_ASKED,
            date(2026, 7, 1),
            "Has never been asked how life is going. Their record began on 1 July.",
        )
    ]


def test_draft_tells_nobody_anything(yara: YoungPerson) -> None:
    factories.response(yara, started_at=at(TODAY), sent_at=None)

    assert [kind for kind, *_ in found()] == [ReasonKind.NEVER_ASKED]


@pytest.mark.parametrize(
    "nothing_to_read",
    [
        {"sharing": Sharing.PRIVATE},
        {"is_not_now": True},
        {"now": None, "change": "", "steadiness": None},
    ],
)
def test_a_response_that_nobody_can_read_makes_nobody_less_visible(
    yara: YoungPerson, nothing_to_read: dict[str, Any]
) -> None:
    told(yara, OVER_SEVEN_MONTHS_AGO)
    told(yara, TODAY, **nothing_to_read)

    assert [(kind, since) for kind, since, _ in found()] == [(ReasonKind.NOT_HEARD, OVER_SEVEN_MONTHS_AGO)]
