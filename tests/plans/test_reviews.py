from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from ownpath.core.access import NotVisible
from ownpath.core.clock import held_at
from ownpath.plans import actions
from ownpath.plans.models import Review
from tests.factories import WholePlan

TODAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with held_at(datetime(2026, 3, 2, 12, tzinfo=UTC)):
        yield


def reviews() -> list[tuple[date, date | None]]:
    return list(Review.objects.order_by("due_date").values_list("due_date", "held_date"))


def test_review_is_set_and_moved_and_there_is_only_one_ahead(plan: WholePlan) -> None:
    actions.set_review(actor=plan.adviser, young_person_id=plan.yara.pk, due_date=date(2026, 9, 2))
    actions.set_review(actor=plan.adviser, young_person_id=plan.yara.pk, due_date=date(2026, 4, 1))

    assert reviews() == [(date(2026, 4, 1), None)]


def test_review_cannot_be_set_in_the_past(plan: WholePlan) -> None:
    with pytest.raises(NotVisible):
        actions.set_review(actor=plan.adviser, young_person_id=plan.yara.pk, due_date=date(2026, 3, 1))

    assert reviews() == []


@pytest.mark.parametrize(("months", "latest"), [(3, date(2026, 6, 2)), (12, date(2026, 9, 2))])
def test_authority_may_ask_for_sooner_but_never_for_later_than_the_law(
    plan: WholePlan, months: int, latest: date
) -> None:
    plan.yara.authority.review_every_months = months
    plan.yara.authority.save()

    actions.set_review(actor=plan.adviser, young_person_id=plan.yara.pk, due_date=latest)
    with pytest.raises(actions.ReviewTooLate) as refusal:
        actions.set_review(actor=plan.adviser, young_person_id=plan.yara.pk, due_date=latest.replace(day=3))

    assert refusal.value.latest == latest
    assert reviews() == [(latest, None)]


def test_held_review_sets_the_next_one_and_noting_it_twice_changes_nothing(plan: WholePlan) -> None:
    actions.set_review(actor=plan.adviser, young_person_id=plan.yara.pk, due_date=date(2026, 3, 10))

    for _ in range(2):
        actions.hold_review(
            actor=plan.adviser, young_person_id=plan.yara.pk, held_date=TODAY, next_date=date(2026, 9, 1)
        )

    assert reviews() == [(date(2026, 3, 10), TODAY), (date(2026, 9, 1), None)]


def test_review_that_nobody_had_set_counts(plan: WholePlan) -> None:
    actions.hold_review(actor=plan.adviser, young_person_id=plan.yara.pk, held_date=TODAY, next_date=date(2026, 9, 1))

    assert reviews() == [(TODAY, TODAY), (date(2026, 9, 1), None)]


@pytest.mark.parametrize(("held_date", "next_date"), [(date(2026, 3, 3), date(2026, 9, 1)), (TODAY, date(2026, 3, 1))])
def test_review_cannot_be_held_tomorrow_nor_the_next_before_it(
    plan: WholePlan, held_date: date, next_date: date
) -> None:
    with pytest.raises(NotVisible):
        actions.hold_review(actor=plan.adviser, young_person_id=plan.yara.pk, held_date=held_date, next_date=next_date)

    assert reviews() == []


@pytest.mark.parametrize(
    ("held_date", "latest"),
    [(TODAY, date(2026, 9, 2)), (date(2025, 12, 31), date(2026, 6, 30)), (date(2025, 5, 1), TODAY)],
)
def test_the_next_review_counts_from_the_one_that_was_held(plan: WholePlan, held_date: date, latest: date) -> None:
    her = {"actor": plan.adviser, "young_person_id": plan.yara.pk}
    with pytest.raises(actions.ReviewTooLate) as refusal:
        actions.hold_review(**her, held_date=held_date, next_date=latest + timedelta(days=1))
    assert (refusal.value.latest, reviews()) == (latest, [])

    actions.hold_review(**her, held_date=held_date, next_date=latest)
    assert reviews()[-1] == (latest, None)


def test_only_staff_who_work_with_the_person_set_reviews(plan: WholePlan) -> None:
    for actor in ({"owner": plan.owner} | plan.people_who_may_not()).values():
        with pytest.raises(NotVisible):
            actions.set_review(actor=actor, young_person_id=plan.yara.pk, due_date=date(2026, 4, 1))
    actions.set_review(actor=plan.people_who_may()["manager"], young_person_id=plan.yara.pk, due_date=date(2026, 4, 2))

    assert reviews() == [(date(2026, 4, 2), None)]
