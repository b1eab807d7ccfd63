from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownpath.core.clock import LONDON, day_of
from ownpath.core.typed.times import moment, written
from ownpath.core.typed.unclear import Unclear

from .scripts import SCRIPTS, in_script

pytestmark = pytest.mark.any_database
IN_SUMMER, FORWARD, BACK = date(2026, 7, 3), date(2026, 3, 29), date(2026, 10, 25)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        *((text, 14, 30) for text in ("14:30", "14.30", "1430", "2.30pm", "2:30 PM", "2.30 p.m.", "230pm", "14：30")),
        *((text, 14, 30) for text in ("١٤:٣٠", "٢:٣٠ م", "٢:٣٠ مساءً", "2.30\N{NARROW NO-BREAK SPACE}pm", "14:30 BST")),
        *((text, 2, 30) for text in ("02:30", "0230", "2.30am", "2:30 ص", "2.30 a.m.")),
        *((text, 14, 0) for text in ("2pm", "2 p.m.", "14", "14:00")),
        *((text, 12, 0) for text in ("12:00", "12pm", "12.00 pm", "1200")),
        *((text, 0, 30) for text in ("00:30", "0:30", "12.30am")),
        ("10:30", 10, 30),
        ("12.30pm", 12, 30),
    ],
)
def test_a_time_is_read_as_people_write_it(text: str, hour: int, minute: int) -> None:
    assert moment(IN_SUMMER, text).astimezone(LONDON) == datetime(2026, 7, 3, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2.30", "Morning or afternoon? Write 2.30am or 2.30pm."),
        ("٤:١٥", "Morning or afternoon? Write 4.15am or 4.15pm."),
        ("930", "Morning or afternoon? Write 9.30am or 9.30pm."),
        ("2", "Morning or afternoon? Write 2am or 2pm."),
        ("11", "Morning or afternoon? Write 11am or 11pm."),
        ("12", "Write 12:00 for noon, or 00:00 for midnight, when that day begins."),
        ("12am", "Write 12:00 for noon, or 00:00 for midnight, when that day begins."),
        ("24:00", "At midnight the next day begins. Write that day and 00:00."),
        *(
            (text, "Write the time like 14:30 or 2.30pm.")
            for text in ("", "25:00", "14:60", "13pm", "0pm", "soon", "0")
        ),
        *(
            (text, "Write the time like 14:30 or 2.30pm.")
            for text in ("1_4:30", "14:30 GMT", "24:01", "2.3pm", "14h30")
        ),
    ],
)
def test_a_time_that_could_be_two_or_none_is_asked_about(text: str, sentence: str) -> None:
    with pytest.raises(Unclear) as why:
        moment(IN_SUMMER, text)
    assert str(why.value) == sentence


def test_the_hour_that_the_clocks_leave_out_is_asked_about() -> None:
    with pytest.raises(Unclear, match="The clocks go forward that night, so there is no 01:30"):
        moment(FORWARD, "01:30")
    assert moment(FORWARD, "02:00") == datetime(2026, 3, 29, 1, tzinfo=UTC)
    assert moment(FORWARD, "00:59") == datetime(2026, 3, 29, 0, 59, tzinfo=UTC)


def test_of_the_hour_that_comes_twice_either_can_be_meant() -> None:
    with pytest.raises(Unclear, match=r"so 01:30 comes twice. Write 01:30 BST or 01:30 GMT"):
        moment(BACK, "1.30am")
    assert moment(BACK, "01:30 BST") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert moment(BACK, "1.30am GMT") == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@given(
    st.integers(0, 60 * 24 * 700).map(lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))
    | st.builds(lambda minutes: datetime(2026, 10, 25, tzinfo=UTC) + timedelta(minutes=minutes), st.integers(0, 180)),
    st.sampled_from(SCRIPTS),
)
def test_a_moment_comes_back_from_every_script(at: datetime, script: str) -> None:
    at = at.replace(second=0, microsecond=0)
    assert moment(day_of(at), in_script(written(at), script)) == at


@given(st.one_of(st.text(), st.text("0123456789:.apmصم ")), st.sampled_from([IN_SUMMER, FORWARD, BACK]))
def test_whatever_is_written_is_read_or_asked_about(text: str, day: date) -> None:
    with suppress(Unclear):
        assert moment(day, text).tzinfo is UTC
