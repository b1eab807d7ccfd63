from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownpath.core.typed.numbers import whole
from ownpath.core.typed.unclear import Unclear

from .scripts import SCRIPTS, in_script

pytestmark = pytest.mark.any_database


@given(st.integers(0, 366), st.sampled_from(SCRIPTS))
def test_a_number_comes_back_from_every_script(number: int, script: str) -> None:
    written = f"\N{NO-BREAK SPACE}{in_script(str(number), script)}\N{ZERO WIDTH SPACE}"
    assert whole(written, least=0, greatest=366) == number


@pytest.mark.parametrize(
    "written", ["", "1_0", "1.5", "1,5", "-1", "0", "367", "1e1", "²", "①", "५६७८९०१२३४५", "4️⃣", "1 0"]
)
def test_what_is_no_such_number_is_asked_about(written: str) -> None:
    with pytest.raises(Unclear, match="Write a whole number from 1 to 366"):
        whole(written, least=1, greatest=366)


@given(st.text())
def test_whatever_is_written_is_read_or_asked_about(text: str) -> None:
    with suppress(Unclear):
        assert 1 <= whole(text, least=1, greatest=60) <= 60
