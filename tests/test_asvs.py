"""docs/asvs.md answers every point of ASVS 5.0.0 up to level 2, and names nothing that is not there."""

import re
from collections import Counter

import pytest
from django.conf import settings

pytestmark = pytest.mark.any_database

PAGE = (settings.BASE_DIR / "docs/asvs.md").read_text()
PUT_RIGHT = "Moved or renamed? Say in docs/asvs.md where it is now, and whether the answer still holds."
ANSWERS = ("met", "part", "not", "not applicable")
# How many points of level 1 and 2 each section has, in its order; in all of them they come before those of level 3.
POINTS = dict(
    re.findall(
        r"(\S+):(\d+)",
        """
    1.1:2 1.2:9 1.3:11 1.4:3 1.5:2
    2.1:3 2.2:3 2.3:4 2.4:1
    3.2:2 3.3:4 3.4:6 3.5:5 3.7:2
    4.1:3 4.2:1 4.3:2 4.4:4
    5.1:1 5.2:3 5.3:2 5.4:3
    6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4
    7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2
    8.1:2 8.2:3 8.3:1 8.4:1
    9.1:3 9.2:4
    10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3
    11.1:2 11.2:3 11.3:3 11.4:4 11.5:1 11.6:1
    12.1:3 12.2:2 12.3:4
    13.1:1 13.2:5 13.3:2 13.4:5
    14.1:2 14.2:4 14.3:3
    15.1:3 15.2:3 15.3:7
    16.1:1 16.2:5 16.3:4 16.4:3 16.5:3
    17.1:1 17.2:4 17.3:2
    """,
    )
)
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if re.match(r"\| \d+\.\d+\.\d+ \|", line)
]


def test_every_point_up_to_level_2_is_there_once_and_in_order() -> None:
    numbers = [f"{section}.{point}" for section, most in POINTS.items() for point in range(1, int(most) + 1)]

    assert len(numbers) == 253
    assert [row[0] for row in ROWS] == numbers


def test_every_point_has_an_answer_and_says_where_or_why() -> None:
    for number, asks, answer, where, _tested in ROWS:
        assert answer in ANSWERS, number
        assert len(asks.split()) <= 10, number
        assert where, number

    counts = Counter(row[2] for row in ROWS)
    of_all = ", ".join(f"{counts[answer]} {answer}" for answer in ANSWERS)
    assert f"Of {len(ROWS)} points: {of_all}." in PAGE


def test_every_file_and_every_test_that_is_named_is_there() -> None:
    named = re.findall(
        r"`((?:ownpath|tests|docs|scripts|frontend|deploy)/[^`: ]+|[a-z.-]+\.(?:toml|lock))(?:::(\w+))?`", PAGE
    )
    linked = re.findall(r"\]\((\w[^)#:]*)\)", PAGE)

    assert len(named) > 200
    assert [path for path, _ in named if not (settings.BASE_DIR / path).is_file()] == [], PUT_RIGHT
    assert [path for path in linked if not (settings.BASE_DIR / "docs" / path).is_file()] == [], PUT_RIGHT
    texts = {path: (settings.BASE_DIR / path).read_text() for path, test in named if test}
    assert [f"{path}::{test}" for path, test in named if test and f"\ndef {test}(" not in texts[path]] == [], PUT_RIGHT


def test_every_place_of_the_page_that_is_linked_is_there() -> None:
    headings = {title.lower().replace(" ", "-") for title in re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)}

    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= headings
