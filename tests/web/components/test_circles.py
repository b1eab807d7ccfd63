from dataclasses import dataclass
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownpath.web.components import circles


@dataclass
class One:
    name: str
    ring: int


def boxes(drawn: circles.Drawing) -> list[tuple[float, float, float, float]]:
    half = circles.LABEL / 2
    me = circles.MIDDLE - circles.ME, drawn.middle - circles.ME, circles.MIDDLE + circles.ME, drawn.middle + circles.ME
    return [me, *((one.x - one.width / 2, one.y - half, one.x + one.width / 2, one.y + half) for one in drawn.labels)]


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(st.lists(st.integers(1, 3), max_size=60))
def test_nobody_covers_anybody_nor_me_and_everybody_is_inside(rings: list[int]) -> None:
    drawn = circles.drawing([One("Somebody with a long name", ring) for ring in rings])

    assert len(drawn.labels) == len(rings)
    assert not [pair for pair in combinations(boxes(drawn), 2) if overlap(*pair)]
    for left, top, right, bottom in boxes(drawn):
        assert left >= 0
        assert right <= circles.WIDTH
        assert top >= 0
        assert bottom <= drawn.height


@pytest.mark.parametrize("count", [0, 1, 8, 40])
def test_each_ring_holds_its_own_and_lies_within_the_next(count: int) -> None:
    drawn = circles.drawing([One("Mimi", 1 + number % 3) for number in range(count)])
    outlines = {outline.ring: outline for outline in drawn.outlines}

    assert [outline.ring for outline in drawn.outlines] == [3, 2, 1]
    for inner, outer in ((1, 2), (2, 3)):
        assert outlines[outer].y < outlines[inner].y
        assert outlines[inner].y + outlines[inner].height < outlines[outer].y + outlines[outer].height
    for label in drawn.labels:
        outline = outlines[label.person.ring]
        assert outline.y < label.y - circles.LABEL / 2
        assert label.y + circles.LABEL / 2 < outline.y + outline.height
    assert drawn.height < 400 + 20 * count


def test_many_people_make_it_taller_never_wider() -> None:
    assert circles.drawing([One("Mimi", 3)] * 40).height > circles.drawing([One("Mimi", 3)]).height


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Mimi", ["Mimi"]),
        ("Jan from the bakery", ["Jan from", "the bakery"]),
        ("Wolfeschlegelsteinhausen", ["Wolfesch…"]),
        ("Auntie Wolfeschlegelsteinhausen", ["Auntie", "Wolfesch…"]),
        ("Åsa", ["Åsa"]),
        ("A\u0301sa", ["A\u0301sa"]),
        ("李小龍李小龍李小龍", ["李小龍李…"]),
        ("محمد", ["محمد"]),
        ("…", ["…"]),
    ],
)
def test_a_long_name_takes_two_lines_or_is_shortened(name: str, lines: list[str]) -> None:
    assert circles.lines_of(name, 64) == lines


@given(st.text(min_size=1, max_size=60))
def test_whatever_the_name_it_fits(name: str) -> None:
    lines = circles.lines_of(name, 64)

    assert 1 <= len(lines) <= 2
    assert all(circles.width_of(line) <= 64 for line in lines)
