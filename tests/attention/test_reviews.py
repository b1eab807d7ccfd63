from datetime import date

import pytest

from ownpath.attention.enums import ReasonKind
from ownpath.attention.kinds import each_person
from ownpath.people.models import YoungPerson
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 4)
KINDS = {ReasonKind.REVIEW}


def found() -> list[tuple[str, date, str]]:
    reasons = each_person.find(YoungPerson.objects.all(), TODAY)
    return [(one.kind, one.since, one.sentence) for one in reasons if one.kind in KINDS]


@pytest.mark.parametrize(
    ("due", "sentences"),
    [
        (date(2026, 6, 5), []),
        (date(2026, 6, 4), ["The plan review is due on 4 June."]),
        (date(2026, 5, 4), ["The plan review is due today."]),
        (date(2026, 5, 3), ["The plan review was due yesterday."]),
        (date(2025, 5, 3), ["The plan review was due on 3 May 2025."]),
    ],
)
def test_set_review_is_a_reason_from_a_month_before_its_day(due: date, sentences: list[str]) -> None:
    factories.review(factories.young_person(factories.authority()), due)

    assert [sentence for *_, sentence in found()] == sentences


def test_reason_counts_from_a_month_before_the_review() -> None:
    factories.review(factories.young_person(factories.authority()), date(2026, 5, 31))

    assert [(kind, since) for kind, since, _ in found()] == [(ReasonKind.REVIEW, date(2026, 4, 30))]


@pytest.mark.parametrize(
    ("joined", "sentences"),
    [
        (date(2025, 12, 5), []),
        (date(2025, 12, 4), ["No day is set for the plan review yet; it is due by 4 June."]),
        (date(2025, 11, 4), ["No day is set for the plan review yet; it is due by 4 May."]),
        (date(2025, 11, 3), ["No day is set for the plan review yet; it was due by 3 May."]),
    ],
)
def test_without_a_set_day_the_review_is_due_six_months_after_joining(joined: date, sentences: list[str]) -> None:
    factories.young_person(factories.authority(), joined_date=joined)

    assert [sentence for *_, sentence in found()] == sentences


def test_latest_review_that_was_held_moves_the_day_on() -> None:
    yara = factories.young_person(factories.authority(), joined_date=date(2020, 1, 1))
    for held in (date(2025, 1, 10), date(2025, 10, 10), date(2025, 6, 10)):
        factories.review(yara, held, held_date=held)

    assert [sentence for *_, sentence in found()] == ["No day is set for the plan review yet; it was due by 10 April."]


def test_authority_may_review_more_often_than_the_law_asks_but_not_less() -> None:
    for months in (3, 12):
        factories.young_person(factories.authority(review_every_months=months), joined_date=date(2026, 2, 4))

    assert [sentence for *_, sentence in found()] == ["No day is set for the plan review yet; it is due by 4 May."]
