import itertools
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ownpath.web.components import charts


def test_later_is_to_the_right_in_proportion_and_better_is_higher() -> None:
    first, second, third = charts.dots([(date(2025, 1, 1), 1), (date(2025, 1, 11), 3), (date(2025, 2, 10), 5)])
    assert (first.x, third.x) == (14, 306)
    assert second.x == 14 + 292 / 4
    assert (first.y, second.y, third.y) == (126, 70, 14)


def test_two_answers_on_one_day_and_none_at_all_still_draw() -> None:
    assert [dot.x for dot in charts.dots([(date(2025, 1, 1), 1), (date(2025, 1, 1), 2)])] == [14, 14]
    assert charts.dots([]) == []
    assert charts.line([]) == ""


def test_a_line_goes_through_its_dots() -> None:
    assert charts.line(charts.dots([(date(2025, 1, 1), 5), (date(2025, 2, 1), 1)])) == "M14 14L306 126"


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=5))
def test_the_parts_of_a_bar_meet_and_fill_it(counts: list[int]) -> None:
    parts = charts.segments(counts)
    assert [part.count for part in parts] == [count for count in counts if count]
    assert abs(sum(part.width for part in parts) - (100 if sum(counts) else 0)) < 0.1
    for before, after in itertools.pairwise(parts):
        assert abs(before.x + before.width - after.x) < 0.05


def test_a_level_keeps_its_number_where_others_are_empty() -> None:
    assert [(part.level, part.width) for part in charts.segments([0, 1, 0, 3, 0])] == [(2, 25), (4, 75)]


def test_a_path_passes_each_stop_within_its_picture() -> None:
    stops = charts.stops(13)
    assert charts.winding(stops).count("S") == 12
    assert all(0 < stop.y < 2 * charts.MIDDLE and 0 < stop.x < 13 * charts.STEP for stop in stops)
    assert charts.winding([]) == ""


def test_what_lies_behind_ends_at_the_last_stop_that_was_reached() -> None:
    assert charts.walked(["done", "ahead", "here", "ahead"]) == 3
    assert charts.walked(["ahead"]) == 0
