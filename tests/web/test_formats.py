from datetime import UTC, date, datetime

import pytest

from ownpath.core.clock import held_at
from ownpath.web.formats import format_day, format_money


def test_a_day_names_its_year_only_where_that_is_another() -> None:
    with held_at(datetime(2026, 3, 2, tzinfo=UTC)):
        assert (format_day(date(2026, 5, 3)), format_day(date(2027, 5, 3))) == ("3 May", "3 May 2027")


@pytest.mark.parametrize(
    ("pence", "said"), [(300_000, "£3,000"), (4_550, "£45.50"), (-199, "-£1.99"), (0, "£0"), (-5_000, "-£50")]
)
def test_money_has_pence_only_where_there_are_some(pence: int, said: str) -> None:
    assert format_money(pence) == said
