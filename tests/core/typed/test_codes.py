from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownpath.core.typed.codes import child, sent_code
from ownpath.core.typed.unclear import Unclear

pytestmark = pytest.mark.any_database


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("000123", "000123"),
        (" 12\N{ZERO WIDTH SPACE}345 ", "12345"),
        ("ＡＢ１", "AB1"),
        ("١٢٣", "123"),
        ("A-1/2_b.c", "A-1/2_b.c"),
        ("", ""),
    ],
)
def test_a_number_of_the_return_is_read(written: str, found: str) -> None:
    assert child(written) == found


@pytest.mark.parametrize("written", ["=1+1", "+44", "-1", "@a", "12 34", "x" * 13, "número", "\x1b[31m", "a\nb"])
def test_what_no_case_system_gives_is_asked_about(written: str) -> None:
    with pytest.raises(Unclear, match="Write 1 to 12 letters or digits, without spaces"):
        child(written)


@given(st.text())
def test_whatever_is_written_is_read_or_asked_about(text: str) -> None:
    with suppress(Unclear):
        assert child(child(text)) == child(text)


@pytest.mark.parametrize(
    "written", ["ABCD-EFGH", "ABCD\N{NON-BREAKING HYPHEN}EFGH", " AB CD–EFGH\N{NO-BREAK SPACE}", "ＡＢＣＤ－ＥＦＧＨ"]
)
def test_a_code_from_a_mail_is_read_whatever_hyphen_and_space(written: str) -> None:
    assert sent_code(written) == "ABCD-EFGH"
