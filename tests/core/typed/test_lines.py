from contextlib import suppress
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownpath.core.typed.lines import line, name
from ownpath.core.typed.unclear import Unclear

pytestmark = pytest.mark.any_database
RLO, LRO, POP, ZWSP, ZWNJ = "\u202e", "\u202d", "\u202c", "\u200b", "\u200c"


@pytest.mark.parametrize(
    "written",
    [
        *(
            "Yara",
            "Ó Súilleabháin",
            "يارا",
            "علی\u200cرضا",
            "யாழினி",
            "王小明",
            "Z",
            "7",
            "🌻",
            "❤️",
            "Sam 👩🏽\u200d🔧",
            "5️⃣",
        ),
        "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",
        "Nguyễn Thị Minh Khai",
        "Mum’s sister (Rosa)",
    ],
)
def test_a_name_stays_as_it_is_written(written: str) -> None:
    assert name(written) == written


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (f"{ZWSP}Sam{ZWSP} Example\ufeff", "Sam Example"),
        ("Sam\N{NO-BREAK SPACE}Example", "Sam Example"),
        ("Sam\r\nExample\t(mum)\u2028", "Sam Example (mum)"),
        ("Sa\N{SOFT HYPHEN}m", "Sam"),
        ("\N{LEFT-TO-RIGHT ISOLATE}Sam\N{POP DIRECTIONAL ISOLATE}", "Sam"),
        ("\N{RIGHT-TO-LEFT MARK}يارا", "يارا"),
        (f"{LRO}Sam{POP}", "Sam"),
        (f"{RLO}يارا{POP}", "يارا"),
        (f"Sam{ZWNJ}", "Sam"),
        ("Sam\x00\x07", "Sam"),
        ("\u3164Sam\u2800", "Sam"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_a_name_is_kept_without_signs_that_nobody_sees(written: str, found: str) -> None:
    assert name(written) == found


@pytest.mark.parametrize(
    "written",
    [
        ZWSP,
        "\u2800",
        "\u3164",
        "\u00ad",
        "\ufeff",
        "\u115f\u1160",
        "\uffa0",
        "\ufe0f",
        "\u034f",
        "\U000e0020",
        "-",
        "…",
        "\u0301",
        "\ufffc",
    ],
)
def test_a_name_that_nobody_sees_is_asked_about(written: str) -> None:
    with pytest.raises(Unclear, match="Write a name with at least one letter, number or emoji"):
        name(written)


@pytest.mark.parametrize("written", [f"{RLO}elttaeS", f"S{RLO}am", f"{LRO}يارا", f"Sam {RLO}يارا"])
def test_a_name_that_is_turned_around_is_asked_about(written: str) -> None:
    with pytest.raises(Unclear, match="hidden signs in this name that turn it around"):
        name(written)


def test_a_name_under_a_heap_of_marks_is_asked_about() -> None:
    with pytest.raises(Unclear, match="too many marks on one letter"):
        name("Z" + "\u0336" * 6 + "algo")


@given(st.text())
def test_a_name_is_one_visible_line_and_reads_the_same_again(text: str) -> None:
    with suppress(Unclear):
        found = name(text)
        assert name(found) == found
        assert not set(found) & set("\n\r\t\x00\u202e\u202d\u2066\u200b")


@given(st.text())
def test_a_line_has_no_end_within_and_reads_the_same_again(text: str) -> None:
    assert len(line(text).splitlines()) <= 1
    assert line(line(text)) == line(text)


@pytest.mark.parametrize("sign", [" ", "\n", ZWSP, "\u0301", "‍❤️", RLO, "((", "\u0600"])
def test_a_hostile_line_takes_time_in_step_with_its_length(sign: str) -> None:
    began = perf_counter()
    line(sign * 20_000)
    assert perf_counter() - began < 2
