from datetime import date

import pytest

from ownpath.attention.enums import ReasonKind
from ownpath.attention.kinds import each_person
from ownpath.people.models import YoungPerson
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


def test_who_answered_within_seven_months_is_not_listed(yara: YoungPerson) -> None:
    factories.response(yara, sent_at=at(SEVEN_MONTHS_AGO))

    assert found() == []


def test_who_answered_over_seven_months_ago_is_listed(yara: YoungPerson) -> None:
    factories.response(yara, sent_at=at(date(2025, 5, 1)))
    factories.response(yara, sent_at=at(OVER_SEVEN_MONTHS_AGO))
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


def test_who_was_never_asked_is_listed_from_the_day_they_joined(yara: YoungPerson) -> None:
    assert found() == [
        (ReasonKind.NEVER_ASKED, date(2026, 7, 1), "Has never been asked how life is going; joined on 1 July.")
    ]


def test_draft_tells_nobody_anything(yara: YoungPerson) -> None:
    factories.response(yara, started_at=at(TODAY), sent_at=None)

    assert [kind for kind, *_ in found()] == [ReasonKind.NEVER_ASKED]
