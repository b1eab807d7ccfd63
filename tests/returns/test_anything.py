"""Whatever the files hold: a report or a sentence, never a traceback; and the counts always add up."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ownpath.core.ids import new_id
from ownpath.returns import codes
from ownpath.returns.report import report
from ownpath.returns.ssda903.changes import Changes
from ownpath.returns.ssda903.comparison import changes_of
from ownpath.returns.ssda903.files import Unreadable
from ownpath.returns.ssda903.findings import Table
from ownpath.returns.ssda903.judging import judge
from ownpath.returns.ssda903.outcomes import TAKEN
from ownpath.returns.ssda903.reading import read_return

from .made import EPISODES, HEADER, OC3, YEAR_END

pytestmark = pytest.mark.any_database

NAMES = {table: f"{table}.csv" for table in Table}
children = st.sampled_from(["1", "2", "3", "", "x y"])
days = st.one_of(
    st.dates(date(2005, 1, 1), date(2027, 1, 1)).map(lambda day: f"{day:%d/%m/%Y}"),
    st.sampled_from(
        ["", "29/02/2008", "29/02/2007", "01/01/9999", "31/12/2199", "01/01/1900", "1/1/08", "\u0661", "é"]
    ),
)
ended = st.sampled_from([*sorted(codes.REASONS_ENDED), "", "E1"])
status = st.sampled_from(["C2", "V3", "V4", ""])
headers = st.tuples(children, st.just("1"), days, *[st.just("")] * 4).map(",".join)
episodes = st.tuples(
    children, days, st.just("S"), status, st.just("N1"), st.just("U1"), st.just(""), days, ended, *[st.just("")] * 4
).map(",".join)
leavers = st.tuples(
    children,
    days,
    st.sampled_from(["YES", "NO", "DIED", "RHOM", "", "?"]),
    st.sampled_from(["F2", "F3", "0", ""]),
    st.sampled_from(["D1", "S1", "T2", "Z1", "0", "01", ""]),
).map(",".join)
some = st.text(st.characters(exclude_characters="\0"), max_size=30)


def take(contents: list[bytes], year_end: date | None = YEAR_END) -> Changes | None:
    """The changes and the report of any three files; None where they are refused with a sentence."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in NAMES.values()]
        for path, content in zip(paths, contents, strict=True):
            path.write_bytes(content)
        try:
            files = read_return(*paths, year_end=year_end)
        except Unreadable:
            return None
    found = changes_of(judge(files, {}), new_id())
    assert list(report(found, NAMES, files.year_end))
    counted = [rows.total() for rows in found.rows.values()]
    assert counted == [files.header.count, files.episodes.count, files.oc3.count]
    return found


@given(st.tuples(*[st.binary(max_size=200)] * 3))
def test_any_bytes(contents: tuple[bytes, ...]) -> None:
    take(list(contents))


@given(st.tuples(*[st.binary(max_size=200)] * 3))
def test_any_bytes_after_the_right_first_lines(contents: tuple[bytes, ...]) -> None:
    firsts = (HEADER, EPISODES, OC3)
    take([f"{first}\n".encode() + content for first, content in zip(firsts, contents, strict=True)])


@given(
    st.lists(st.one_of(headers, some), max_size=5),
    st.lists(st.one_of(episodes, some), max_size=8),
    st.lists(st.one_of(leavers, some), max_size=4),
    st.sampled_from([YEAR_END, date(1990, 3, 31), date(2024, 3, 31), None]),
)
def test_any_rows(header: list[str], episode: list[str], oc3: list[str], year_end: date | None) -> None:
    tables = zip((HEADER, EPISODES, OC3), (header, episode, oc3), strict=True)
    found = take(["\n".join([first, *rows, ""]).encode("utf-8", "replace") for first, rows in tables], year_end)

    if found is None:
        assert year_end is None
        return
    assert len(found.people) == sum(found.rows[Table.HEADER][outcome] for outcome in TAKEN)
    assert len(found.periods) == sum(found.rows[Table.EPISODES][outcome] for outcome in TAKEN)
    assert len(found.observations) == 3 * sum(found.rows[Table.OC3][outcome] for outcome in TAKEN)
    for period in found.periods:
        assert period.ended_date is None or period.began_date <= period.ended_date
    starts = {(period.young_person_id, period.began_date) for period in found.periods}
    assert len(starts) == len(found.periods)
