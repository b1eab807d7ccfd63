from datetime import UTC, date, datetime

from ownpath.core.clock import held_at
from ownpath.web.formats import format_day


def test_a_day_names_its_year_only_where_that_is_another() -> None:
    with held_at(datetime(2026, 3, 2, tzinfo=UTC)):
        assert (format_day(date(2026, 5, 3)), format_day(date(2027, 5, 3))) == ("3 May", "3 May 2027")
