from datetime import date

import pytest

from ownpath.attention import days

TODAY = date(2026, 5, 4)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 5, 4), "today"),
        (date(2026, 5, 3), "yesterday"),
        (date(2026, 5, 2), "on 2 May"),
        (date(2026, 5, 5), "on 5 May"),
        (date(2025, 5, 4), "on 4 May 2025"),
    ],
)
def test_day_is_named_as_people_name_it(day: date, words: str) -> None:
    assert days.on(day, TODAY) == words


@pytest.mark.parametrize(
    ("number", "words"), [(1, "every day"), (7, "every week"), (10, "every 10 days"), (56, "every 8 weeks")]
)
def test_agreed_days_are_weeks_where_they_are_whole_weeks(number: int, words: str) -> None:
    assert days.every(number) == words
