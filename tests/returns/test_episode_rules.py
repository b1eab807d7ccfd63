"""Each rule on header and episode rows, with the line, column, value and sentence that the data officer reads."""

from collections import Counter
from pathlib import Path

import pytest

from ownpath.returns.ssda903.findings import Kind, Table
from ownpath.returns.ssda903.outcomes import Outcome

from .made import SIXTEEN, changes, child, episode, leaver, places

pytestmark = pytest.mark.any_database
NO_CHILD = "CHILD must be 1 to 12 letters or digits (- _ . / may stand within), without spaces."


@pytest.mark.parametrize(
    ("row", "column", "value", "rule", "sentence"),
    [
        (child("", SIXTEEN), "CHILD", "", "", NO_CHILD),
        (
            child("1234567890123"),
            "CHILD",
            "1234567890123",
            "",
            NO_CHILD,
        ),
        *((child(number), "CHILD", number, "", NO_CHILD) for number in ("=1+1", "+1", "-1", "@1")),
        (child("1 2"), "CHILD", "1 2", "", NO_CHILD),
        (
            child("\x1b[2J"),
            "CHILD",
            "\x1b[2J",
            "",
            NO_CHILD,
        ),
        (child(born="31/11/2008"), "DOB", "31/11/2008", "102", "There is no such day. Write the date as dd/mm/yyyy."),
        (
            child(born="2008-06-10"),
            "DOB",
            "2008-06-10",
            "102",
            "This begins with the year. Write the date as dd/mm/yyyy.",
        ),
        (child(born=""), "DOB", "", "102", "The date is missing. Write the date as dd/mm/yyyy."),
        (
            child(born="01/04/2026"),
            "DOB",
            "01/04/2026",
            "301",
            "The date of birth is after the end of the return year.",
        ),
    ],
)
def test_faulty_header_row_is_told(tmp_path: Path, row: str, column: str, value: str, rule: str, sentence: str) -> None:
    found = changes(tmp_path, [row])

    assert places(found.findings) == [("header", 2, column, value, rule, sentence)]
    assert found.rows[Table.HEADER] == Counter({Outcome.FAULTY: 1})
    assert found.people == []


def test_child_with_a_faulty_header_row_does_not_enter_at_all(tmp_path: Path) -> None:
    found = changes(tmp_path, [child(born="10/13/2008"), child("2")], [episode(), episode("2")], [leaver()])

    assert places(found.findings) == [
        ("header", 2, "DOB", "10/13/2008", "102", "This looks like month/day/year. Write the date as dd/mm/yyyy.")
    ]
    assert [person.child_id for person in found.people] == ["2"]
    assert found.rows[Table.EPISODES] == Counter({Outcome.FAULTY_HEADER: 1, Outcome.ADDED: 1})
    assert found.rows[Table.OC3] == Counter({Outcome.FAULTY_HEADER: 1})
    assert found.observations == []


def test_header_row_that_is_there_twice_counts_once(tmp_path: Path) -> None:
    found = changes(tmp_path, [child(), child()], [episode()])

    assert places(found.findings) == [("header", 3, "CHILD", "1", "INT32", "Line 2 says the same.")]
    assert found.rows[Table.HEADER] == Counter({Outcome.ADDED: 1, Outcome.REPEATED: 1})


def test_header_rows_that_contradict_each_other_are_all_faulty(tmp_path: Path) -> None:
    found = changes(tmp_path, [child(), child(born=SIXTEEN)], [episode()])

    assert places(found.findings) == [
        ("header", 2, "CHILD", "1", "INT32", "Line 3 is about the same and says something else."),
        ("header", 3, "CHILD", "1", "INT32", "Line 2 is about the same and says something else."),
    ]
    assert found.people == []


@pytest.mark.parametrize(
    ("row", "column", "value", "rule", "sentence"),
    [
        (episode("9"), "CHILD", "9", "INT03", "This child is not in the header file."),
        (
            episode(began="30/02/2024"),
            "DECOM",
            "30/02/2024",
            "141",
            "There is no such day. Write the date as dd/mm/yyyy.",
        ),
        (episode(began=""), "DECOM", "", "141", "The date is missing. Write the date as dd/mm/yyyy."),
        (episode(ended="1/5/2025", reason="E8"), "DEC", "1/5/2025", "147", "Write the date as dd/mm/yyyy."),
        (episode(began_for="X"), "RNE", "X", "143", "This is not a code of RNE. Expected: B, L, P, S, T, U."),
        (episode(began_for=""), "RNE", "", "143", "RNE is missing: B, L, P, S, T, U."),
        (
            episode(status="C3"),
            "LS",
            "C3",
            "144",
            "This is not a code of LS. Expected: C1, C2, D1, E1, J1, J2, J3, L1, L2, L3, V2, V3, V4.",
        ),
        (episode(status="c2"), "LS", "c2", "144", "Write it in capitals: C2."),
        (episode(place="Q1"), "PLACE", "Q1", "146", "This is not a code of PLACE. Expected: A3, A4, A5 … Z14."),
        (episode(place=""), "PLACE", "", "146", "PLACE is missing: A3, A4, A5 … Z14."),
        (
            episode(ended="01/05/2025", reason="E1"),
            "REC",
            "E1",
            "149",
            "This is not a code of REC. Expected: E11, E12, E13 … X1.",
        ),
        (
            episode(began="01/06/2008"),
            "DECOM",
            "01/06/2008",
            "302",
            "The episode begins before the date of birth in the header file.",
        ),
        (
            episode(began="01/04/2026"),
            "DECOM",
            "01/04/2026",
            "354",
            "The episode begins after the end of the return year.",
        ),
        (
            episode(ended="01/04/2026", reason="E8"),
            "DEC",
            "01/04/2026",
            "385",
            "The episode ends after the end of the return year.",
        ),
        (episode(ended="31/01/2024", reason="E8"), "DEC", "31/01/2024", "356", "The episode ends before it begins."),
        (episode(ended="01/05/2025"), "REC", "", "148", "The episode has an end date but no reason for ending."),
        (episode(reason="E8"), "DEC", "", "148", "REC says that the child left care, but there is no end date."),
    ],
)
def test_faulty_episode_is_told_and_left_out_alone(
    tmp_path: Path, row: str, column: str, value: str, rule: str, sentence: str
) -> None:
    good = episode(began="01/02/2023", ended="01/02/2024", reason="X1")
    now = episode(began="02/06/2025")

    found = changes(tmp_path, [child()], [good, row, now])

    faults = [finding for finding in found.findings if finding.kind == Kind.FAULT]
    assert (column, value, rule, sentence) in [place[2:] for place in places(faults)]
    assert {finding.line for finding in faults} == {3}
    assert [f"{period.began_date:%d/%m/%Y}" for period in found.periods] == ["01/02/2023", "02/06/2025"]
    assert found.rows[Table.EPISODES] == Counter({Outcome.FAULTY: 1, Outcome.ADDED: 2})


def test_faulty_cells_of_one_row_are_each_told(tmp_path: Path) -> None:
    found = changes(tmp_path, [child()], [episode("1", "x", "y", "z", status="?", began_for="?", place="?")])

    assert [(one.column, one.value, one.rule) for one in found.findings] == [
        ("DECOM", "x", "141"),
        ("DEC", "y", "147"),
        ("RNE", "?", "143"),
        ("LS", "?", "144"),
        ("PLACE", "?", "146"),
        ("REC", "z", "149"),
    ]
    assert found.rows[Table.EPISODES] == Counter({Outcome.FAULTY: 1})


def test_open_episode_with_another_after_it_is_faulty(tmp_path: Path) -> None:
    found = changes(tmp_path, [child()], [episode(began="01/06/2025"), episode(began="01/02/2024")])

    sentence = "There is no end date, but another episode began later (line 2)."
    assert places(found.findings) == [("episodes", 3, "DEC", "", "142", sentence)]
    assert [f"{period.began_date:%d/%m/%Y}" for period in found.periods] == ["01/06/2025"]


def test_episode_that_is_there_twice_counts_once(tmp_path: Path) -> None:
    found = changes(tmp_path, [child()], [episode(), episode()])

    assert places(found.findings) == [("episodes", 3, "DECOM", "01/02/2024", "", "Line 2 says the same.")]
    assert found.rows[Table.EPISODES] == Counter({Outcome.ADDED: 1, Outcome.REPEATED: 1})


def test_episodes_of_one_day_that_contradict_each_other_are_all_faulty(tmp_path: Path) -> None:
    rows = [episode(began="01/02/2023", ended="01/02/2024", reason="X1"), episode(place="U1"), episode(place="K2")]

    found = changes(tmp_path, [child()], rows)

    assert places([one for one in found.findings if one.kind == Kind.FAULT]) == [
        ("episodes", 3, "DECOM", "01/02/2024", "", "Line 4 is about the same and says something else."),
        ("episodes", 4, "DECOM", "01/02/2024", "", "Line 3 is about the same and says something else."),
    ]
    assert found.rows[Table.EPISODES] == Counter({Outcome.FAULTY: 2, Outcome.NOT_TAKEN: 1})
    assert found.rows[Table.HEADER] == Counter({Outcome.FAULTY_EPISODE: 1})


def test_open_episode_with_x1_is_taken_as_open_and_noted(tmp_path: Path) -> None:
    found = changes(tmp_path, [child()], [episode(reason="X1")])

    sentence = "A reason for ending without an end date. Taken as still open."
    assert places(found.findings) == [("episodes", 2, "REC", "X1", "148", sentence)]
    assert [one.kind for one in found.findings] == [Kind.NOTE]
    assert [(period.ended_date, period.reason_ended) for period in found.periods] == [(None, "")]


def test_overlap_and_gap_are_noted_and_taken(tmp_path: Path) -> None:
    overlapping = episode(began="01/02/2024", ended="11/06/2025", reason="X1")
    found = changes(tmp_path, [child()], [overlapping, episode(began="10/06/2025")])

    follows = "X1 says that another episode begins on the day of DEC, but none does."
    overlaps = "The next episode (line 3) begins before this one ends."
    assert places(found.findings) == [
        ("episodes", 2, "REC", "X1", "388", follows),
        ("episodes", 2, "DEC", "11/06/2025", "501", overlaps),
    ]
    assert {one.kind for one in found.findings} == {Kind.NOTE}
    assert found.rows[Table.EPISODES] == Counter({Outcome.ADDED: 2})


def test_rows_of_children_who_are_left_out_are_not_noted(tmp_path: Path) -> None:
    found = changes(tmp_path, [child(born="10/06/2015")], [episode(reason="X1")])

    assert found.findings == []


def test_consecutive_episodes_are_good(tmp_path: Path) -> None:
    rows = [episode(ended="01/06/2025", reason="X1"), episode(began="01/06/2025", ended="01/06/2025", reason="E8")]

    of_a_baby = episode("2", began="29/02/2008", place="Z11")

    found = changes(tmp_path, [child(born=SIXTEEN), child("2", "29/02/2008")], [*rows, of_a_baby])

    assert found.findings == []
