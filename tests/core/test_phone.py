"""Which number a written one dials. Variants that people wrote, and that were dialled wrong elsewhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownpath.core.phone import can_be_texted, dialable, invites_texts

pytestmark = pytest.mark.any_database
MOBILE = "+447700900123"


@pytest.mark.parametrize(
    "written",
    [
        "07700 900123",
        "07700900123",
        "0 7 7 0 0 9 0 0 1 2 3",
        "+44 7700 900123",
        "+44 (0)7700 900123",
        "+44(0) 7700 900123",
        "+4407700900123",
        "(+44) 7700 900123",
        "+ 44 7700 900123",
        "0044 7700 900123",
        "00 44 (0) 7700 900123",
        "44 7700 900123",
        "7700 900123",
        "(0)7700 900123",
        "(07700) 900 123",
        "07700 900123 / 07700 900456",
        "07700900123/07700900456",
        "07700 900123/4",
        "07700 900123 or 07700 900456",
        "07700 900123, 07700 900456",
        "07700 900123; 01632 960123",
        "07700 900123 07700 900456",
        "07700 900123\n07700 900456",
        "07700 900123 & 07700 900456",
        "+44 (0)7700 900123 / +44 (0)7700 900456",
        "07700\N{NO-BREAK SPACE}900123",
        "07700\N{THIN SPACE}900\N{NARROW NO-BREAK SPACE}123",
        "07700\t900123",
        "٠٧٧٠٠ ٩٠٠١٢٣",
        "۰۷۷۰۰۹۰۰۱۲۳",
        "+٤٤ ٧٧٠٠ ٩٠٠١٢٣",
        "＋４４ ７７００ ９００１２３",
        "０７７００９００１２３",
        "07700\N{NON-BREAKING HYPHEN}900\N{NON-BREAKING HYPHEN}123",
        "07700–900–123",
        "07700\N{MINUS SIGN}900123",
        "07700-900-123",
        "07700.900.123",
        "07700/900123",
        "\N{LEFT-TO-RIGHT EMBEDDING}07700 900123\N{POP DIRECTIONAL FORMATTING}",
        "\N{RIGHT-TO-LEFT MARK}07700\N{ZERO WIDTH SPACE} 900\N{SOFT HYPHEN}123\N{ZERO WIDTH NO-BREAK SPACE}",
        "tel:07700900123",
        "mob 07700 900123 (mum)",
        "text07700900123only",
        "O7700 900123",
        "flat 2, 07700 900123",
        "ring after 2 on 07700 900123",
        "2 07700 900123",
        "07700 900123x45",
    ],
)
def test_a_mobile_however_it_is_written(written: str) -> None:
    assert dialable(written) == MOBILE


@pytest.mark.parametrize(
    ("written", "dials"),
    [
        ("01632 960123", "+441632960123"),
        ("01632 960123 ext 45", "+441632960123"),
        ("01632 960123 #45", "+441632960123"),
        ("01632 96012", "+44163296012"),
        ("0300 123 4567 (option 2)", "+443001234567"),
        ("020 7946 0958", "+442079460958"),
        ("0207 946 0958", "+442079460958"),
        ("+44 (0) 20 7946 0958", "+442079460958"),
        ("0800 001 066", "+44800001066"),
        ("0800 1111", "08001111"),
        ("08001111", "08001111"),
        ("+353 85 012 3456", "+353850123456"),
        ("00353 85 012 3456", "+353850123456"),
        ("+49 (0)30 123456", "+4930123456"),
        ("+93 70 012 3456", "+93700123456"),
        ("999", "999"),
        ("111", "111"),
        ("101", "101"),
        ("116 123", "116123"),
        ("116-123", "116123"),
        ("٩٩٩", "999"),
        ("85258", "85258"),
    ],
)
def test_other_numbers(written: str, dials: str) -> None:
    assert dialable(written) == dials


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "ask at the hostel",
        "ring after 2",
        "12",
        "0",
        "+",
        "()",
        "room 101",
        "07700 900",
        "07700 90012",
        "07700 9001234",
        "07700 900123 45",
        "0207 946 095",
        "+44 7700 900",
        "+44 7700 9001234",
        "+353 1",
        "0044",
        "04000 000000",
        "1" * 40,
        "0" * 40,
        "+" + "4" * 40,
        "12/05/2007",
        "01/05/2007",
        "rosa@example.org",
        "\N{SUPERSCRIPT TWO}",
    ],
)
def test_what_is_not_plainly_a_number_dials_nothing(written: str) -> None:
    assert dialable(written) == ""


@given(st.one_of(st.text(), st.text("0123456789+() ./-,x٠１\N{NO-BREAK SPACE}")))
def test_it_never_raises_and_gives_digits_or_nothing(written: str) -> None:
    dials = dialable(written)
    assert dials == "" or re.fullmatch(r"\+?[0-9]{3,15}", dials, re.ASCII)
    assert dialable(dials) == dials


@pytest.mark.parametrize(
    ("written", "takes_texts"),
    [
        ("07700 900123", True),
        ("85258", True),
        ("+353 85 012 3456", True),
        ("01632 960123", False),
        ("116 123", False),
        ("999", False),
        ("ask at the hostel", False),
    ],
)
def test_which_numbers_take_texts(written: str, takes_texts: bool) -> None:
    assert can_be_texted(written) is takes_texts


@pytest.mark.parametrize(
    ("words", "is_fine"),
    [
        ("Text me, Tuesday to Friday.", True),
        ("Ring or text. I answer the same day.", True),
        ("A message is best.", True),
        ("Ring me.", False),
        ("Please don’t text me.", False),
        ("I do not read texts.", False),
        ("No texts, please.", False),
        ("In any context.", False),
        ("", False),
    ],
)
def test_which_words_suggest_that_a_text_is_fine(words: str, is_fine: bool) -> None:
    assert invites_texts(words) is is_fine
