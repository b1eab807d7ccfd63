from datetime import date

import pytest

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
