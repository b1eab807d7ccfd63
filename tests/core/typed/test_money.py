from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownpath.core.typed.money import pence, pounds
from ownpath.core.typed.unclear import Unclear

from .scripts import SCRIPTS, in_script

pytestmark = pytest.mark.any_database
MOST = 10_000_000


def read(text: str) -> int:
    return pence(text, least=0, greatest=MOST)


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("45", 4_500),
        ("45.5", 4_550),
        ("45.50", 4_550),
        ("0.05", 5),
        ("£45.50", 4_550),
        ("45.50 £", 4_550),
        ("￡４５．５０", 4_550),
        ("1,000", 100_000),
        ("12,500.50", 1_250_050),
        ("1 000", 100_000),
        ("1\N{NO-BREAK SPACE}000.50", 100_050),
        ("1\N{NARROW NO-BREAK SPACE}000", 100_000),
        ("1'000", 100_000),
        ("1’000.50", 100_050),
        ("١٬٠٠٠٫٥٠", 100_050),
        ("٤٥٫٥٠", 4_550),
        ("۴۵٫۵۰", 4_550),
        ("४५.५०", 4_550),
        ("\N{RIGHT-TO-LEFT MARK}٤٥\N{ZERO WIDTH SPACE}", 4_500),
        ("1\N{FULLWIDTH COMMA}000", 100_000),
    ],
)
def test_an_amount_is_read(written: str, amount: int) -> None:
    assert read(written) == amount


@pytest.mark.parametrize(
    "written",
    [
        *("45,50", "1,5", "12,50", "1,0000", "1,00", "1.000", "1.000,50", "1,000,50", "1'000,50", "0,500", "45 50"),
        *("٤٥٬٥٠", "٤٥،٥٠", "１，５０", "1.2.3", "45.", "45.505", "007", "1 000,50", "1, 000"),
    ],
)
def test_an_amount_that_could_be_two_is_asked_about(written: str) -> None:
    with pytest.raises(Unclear, match=f"We can’t tell how much “.*{written[-1]}.*” is. Put a point before the pence"):
        read(written)


@pytest.mark.parametrize(
    "written", ["", "lots", "-5", "+5", "1_0", "1e3", "½", "5²", "٪", "45p", "£", "€45", "£45£", "9" * 500]
)
def test_what_is_no_amount_is_asked_about(written: str) -> None:
    with pytest.raises(Unclear, match=r"Write an amount in pounds, like 45 or 45.50"):
        read(written)


@pytest.mark.parametrize("written", ["0.00", "100,000.01", "999,999,999"])
def test_an_amount_has_limits_on_both_ends(written: str) -> None:
    with pytest.raises(Unclear, match=r"Write an amount from £0.01 to £100,000"):
        pence(written, least=1, greatest=MOST)


@given(st.integers(0, MOST), st.sampled_from(SCRIPTS))
def test_an_amount_comes_back_from_every_script(amount: int, script: str) -> None:
    assert read(in_script(pounds(amount), script)) == amount
    assert read(in_script(f"{amount / 100:.2f}", script)) == amount


@given(st.one_of(st.text(), st.text("0123456789.,' ٫٬٠٥£_-")))
def test_whatever_is_written_is_read_or_asked_about(text: str) -> None:
    with suppress(Unclear):
        assert 0 <= read(text) <= MOST
