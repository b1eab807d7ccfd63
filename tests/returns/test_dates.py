from datetime import date

import pytest

from ownpath.returns.ssda903.dates import NotADay, age_on, birthday, day, year_end_of, year_end_told_by

pytestmark = pytest.mark.any_database


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The date is missing. Write the date as dd/mm/yyyy."),
        ("1/6/2008", "Write the date as dd/mm/yyyy."),
        ("2008-06-01", "This begins with the year. Write the date as dd/mm/yyyy."),
        ("38441", "This is the number that a spreadsheet has for a day. Write the date as dd/mm/yyyy."),
        ("01/06/2008 00:00", "There is a time after the date. Write the date as dd/mm/yyyy."),
        ("01/06/08", "Write the date as dd/mm/yyyy."),
        ("01/06/2008\n", "Write the date as dd/mm/yyyy."),
        ("٠١/٠٦/٢٠٠٨", "Write the date as dd/mm/yyyy."),
        ("31/06/2008", "There is no such day. Write the date as dd/mm/yyyy."),
        ("29/02/2007", "There is no such day. Write the date as dd/mm/yyyy."),
        ("06/13/2008", "This looks like month/day/year. Write the date as dd/mm/yyyy."),
        ("01/06/0000", "There is no such day. Write the date as dd/mm/yyyy."),
        ("01/06/1008", "The year cannot be right: expected is one from 1900 to 2199."),
        ("01/06/9999", "The year cannot be right: expected is one from 1900 to 2199."),
    ],
)
def test_day_that_is_none_says_why(text: str, sentence: str) -> None:
    with pytest.raises(NotADay, match=f"^{sentence}$"):
        day(text)


def test_day_is_read_day_first() -> None:
    assert day("02/03/2008") == date(2008, 3, 2)
    assert day("29/02/2008") == date(2008, 2, 29)


@pytest.mark.parametrize(
    ("age", "on"),
    [(15, date(2023, 3, 1)), (16, date(2024, 2, 29)), (17, date(2025, 3, 1))],
)
def test_birthday_of_a_leap_day_is_on_the_first_of_march_in_other_years(age: int, on: date) -> None:
    assert birthday(date(2008, 2, 29), age) == on


@pytest.mark.parametrize(
    ("on", "age"),
    [(date(2025, 2, 28), 16), (date(2025, 3, 1), 17), (date(2028, 2, 28), 19), (date(2028, 2, 29), 20)],
)
def test_age_of_a_leap_day_turns_with_the_birthday(on: date, age: int) -> None:
    assert age_on(date(2008, 2, 29), on) == age


@pytest.mark.parametrize(
    ("on", "end"),
    [
        (date(2025, 3, 31), date(2025, 3, 31)),
        (date(2025, 4, 1), date(2026, 3, 31)),
        (date(2025, 12, 31), date(2026, 3, 31)),
        (date(2026, 1, 1), date(2026, 3, 31)),
    ],
)
def test_return_year_ends_on_the_next_31_march(on: date, end: date) -> None:
    assert year_end_of(on) == end


def test_year_is_the_latest_in_which_episodes_began() -> None:
    assert year_end_told_by([date(2022, 5, 1), date(2026, 3, 31), date(2024, 1, 1)]) == date(2026, 3, 31)


def test_year_is_not_moved_by_one_mistyped_date_in_many() -> None:
    starts = [date(2025, 6, 1)] * 30

    assert year_end_told_by([*starts, date(2062, 6, 1)]) == date(2026, 3, 31)
    assert year_end_told_by([*starts, date(2026, 6, 1), date(2026, 7, 1)]) == date(2027, 3, 31)
    assert year_end_told_by([*starts[:19], date(2026, 6, 1)]) == date(2027, 3, 31)


def test_year_is_unknown_without_episodes() -> None:
    assert year_end_told_by([]) is None
