from datetime import UTC, date, datetime, timedelta

import pytest

from ownpath.core import clock
from ownpath.core.clock import months_after


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 15), 6, date(2026, 7, 15)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 1), -7, date(2025, 6, 1)),
        (date(2026, 12, 5), 0, date(2026, 12, 5)),
    ],
)
def test_months_after_keeps_the_day_or_takes_the_months_last(day: date, months: int, expected: date) -> None:
    assert months_after(day, months) == expected


def test_now_is_aware_and_in_utc() -> None:
    assert clock.now().utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 1, 15, 23, 59, tzinfo=UTC), date(2026, 1, 15)),
        (datetime(2026, 7, 15, 22, 59, tzinfo=UTC), date(2026, 7, 15)),
        (datetime(2026, 7, 15, 23, 0, tzinfo=UTC), date(2026, 7, 16)),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), date(2026, 10, 25)),
    ],
)
def test_day_is_the_day_in_london_in_winter_and_in_summer(moment: datetime, day: date) -> None:
    with clock.held_at(moment):
        assert clock.today() == day


def test_held_clock_stands_still_and_goes_on_afterwards() -> None:
    outer, inner = datetime(2020, 1, 1, tzinfo=UTC), datetime(2021, 1, 1, tzinfo=UTC)

    with clock.held_at(outer):
        with clock.held_at(inner):
            assert clock.now() == inner
        assert clock.now() == outer
    assert clock.now() > inner
