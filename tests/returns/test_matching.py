"""Who becomes a young person. The return year ends on 31 March 2026."""

from collections import Counter
from pathlib import Path

import pytest

from ownpath.returns.ssda903.findings import Table
from ownpath.returns.ssda903.outcomes import Outcome

from .made import SEVENTEEN, changes, child, episode, leaver

pytestmark = pytest.mark.any_database

SHORT_BREAK = episode(status="V4")
FAULTY_LEAVER = leaver(activity="F3")
NO_LONGER_THERE = leaver(in_touch="DIED", activity="0", place="0")


def outcome(folder: Path, born: str, episodes: list[str], oc3: list[str] | None = None) -> Outcome:
    """What became of the only child; whoever is taken is there, and nobody else."""
    found = changes(folder, [child(born=born)], episodes, oc3)
    assert [person.child_id for person in found.people] == ["1"] * found.rows[Table.HEADER][Outcome.ADDED]
    return next(iter(+found.rows[Table.HEADER]))


@pytest.mark.parametrize(
    ("born", "episodes"),
    [
        ("31/03/2010", [episode()]),
        ("10/06/2009", [episode(began="10/06/2025", ended="11/06/2025", reason="E8")]),
        ("10/06/2009", [episode(status="V3", ended="01/06/2025", reason="X1"), episode(began="01/06/2025")]),
        ("29/02/2008", [episode(ended="01/03/2024", reason="E8", began="01/02/2023")]),
        ("01/04/2000", [episode(began="01/02/2015", ended="01/04/2018", reason="E8")]),
        (SEVENTEEN, [episode(ended="01/05/2025", reason="E13")]),
        (SEVENTEEN, [episode(ended="01/05/2025", reason="E3"), episode(began="02/05/2025")]),
        (SEVENTEEN, [episode(began="x"), episode()]),
    ],
    ids=[
        "16 on the last day",
        "one day at 16",
        "short break, then more",
        "one day at 16, born on a leap day",
        "25 on the last day",
        "special guardianship",
        "transferred and back",
        "faulty beside good",
    ],
)
def test_who_was_looked_after_at_16_becomes_a_young_person(tmp_path: Path, born: str, episodes: list[str]) -> None:
    assert outcome(tmp_path, born, episodes) == Outcome.ADDED


@pytest.mark.parametrize(
    ("born", "episodes", "reason"),
    [
        ("01/04/2010", [episode()], Outcome.NOT_YET_16),
        ("01/04/2010", [episode(ended="01/05/2025", reason="E2")], Outcome.NOT_YET_16),
        ("31/03/2000", [episode(began="01/02/2015", ended="01/04/2017", reason="E8")], Outcome.OVER_25),
        (SEVENTEEN, [], Outcome.NOTHING),
        (SEVENTEEN, [episode(began="01/02/2023", ended="10/06/2024", reason="E8")], Outcome.LEFT_BEFORE_16),
        (SEVENTEEN, [SHORT_BREAK], Outcome.SHORT_BREAKS),
        (SEVENTEEN, [episode(ended="01/05/2025", reason="E2")], Outcome.DIED),
        (SEVENTEEN, [episode(ended="01/05/2025", reason="E11")], Outcome.ADOPTED),
        (SEVENTEEN, [episode(ended="01/05/2025", reason="E12")], Outcome.ADOPTED),
        (SEVENTEEN, [episode(ended="01/05/2025", reason="E3")], Outcome.TRANSFERRED),
        (SEVENTEEN, [episode(ended="01/05/2025", reason="X1"), episode(began="01/05/2025", reason="E2")], Outcome.DIED),
        (SEVENTEEN, [episode(reason="E8")], Outcome.FAULTY_EPISODE),
        (SEVENTEEN, [episode(began="x")], Outcome.FAULTY_EPISODE),
        (SEVENTEEN, [episode(), episode(began="x", ended="01/05/2025", reason="E2")], Outcome.FAULTY_EPISODE),
        (
            SEVENTEEN,
            [episode(ended="01/05/2025", reason="X1"), episode(began="01/05/2026", reason="E3")],
            Outcome.FAULTY_EPISODE,
        ),
    ],
)
def test_who_does_not_is_left_out_for_a_reason(tmp_path: Path, born: str, episodes: list[str], reason: Outcome) -> None:
    assert outcome(tmp_path, born, episodes) == reason


def test_care_leaver_row_alone_makes_a_young_person_without_care_periods(tmp_path: Path) -> None:
    found = changes(tmp_path, [child()], [], [leaver()])

    assert [person.child_id for person in found.people] == ["1"]
    assert found.periods == []
    assert len(found.observations) == 3


@pytest.mark.parametrize(
    ("episodes", "row", "expected"),
    [
        ([], FAULTY_LEAVER, Outcome.FAULTY_OC3),
        ([], NO_LONGER_THERE, Outcome.DIED),
        ([episode(began="x")], leaver(), Outcome.ADDED),
        ([episode(status="V4", ended="01/05/2025", reason="E8")], leaver(), Outcome.ADDED),
        ([episode(ended="01/05/2025", reason="E8")], FAULTY_LEAVER, Outcome.ADDED),
        ([episode(ended="01/05/2025", reason="E3")], leaver(), Outcome.TRANSFERRED),
    ],
)
def test_care_leaver_row_and_episodes_speak_together(
    tmp_path: Path, episodes: list[str], row: str, expected: Outcome
) -> None:
    assert outcome(tmp_path, SEVENTEEN, episodes, [row]) == expected


def test_rows_of_who_is_left_out_are_counted_with_them(tmp_path: Path) -> None:
    found = changes(tmp_path, [child()], [], [NO_LONGER_THERE])

    assert found.rows[Table.OC3] == Counter({Outcome.NOT_TAKEN: 1})
    assert found.observations == []


def test_all_good_episodes_of_a_young_person_become_care_periods(tmp_path: Path) -> None:
    rows = [
        episode(began="01/02/2016", ended="01/02/2018", reason="E4A"),
        episode(began="01/02/2023", ended="01/02/2024", reason="X1", status="V3", place="U6", began_for="P"),
        episode(began="01/02/2024", reason="X1", status="E1", place="K2", began_for="L"),
    ]

    found = changes(tmp_path, [child()], rows)

    assert [
        (f"{one.began_date}", f"{one.ended_date}", one.legal_status, one.placement, one.reason_began, one.reason_ended)
        for one in found.periods
    ] == [
        ("2016-02-01", "2018-02-01", "C2", "U1", "S", "E4A"),
        ("2023-02-01", "2024-02-01", "V3", "U6", "P", "X1"),
        ("2024-02-01", "None", "E1", "K2", "L", ""),
    ]


@pytest.mark.parametrize(
    ("born", "on"),
    [
        ("31/03/2009", "2026-03-31"),
        ("01/04/2008", "2025-04-01"),
        ("29/02/2008", "2026-03-01"),
        ("10/06/2004", "2025-06-10"),
        ("10/06/2003", "2026-03-31"),
        ("01/04/2000", "2026-03-31"),
    ],
    ids=["17 on the last day", "17 on the first", "18 on a leap day", "21", "22", "25"],
)
def test_observations_are_of_the_birthday_and_from_22_on_of_the_end_of_the_year(
    tmp_path: Path, born: str, on: str
) -> None:
    found = changes(tmp_path, [child(born=born)], [], [leaver(born=born, in_touch="NO", activity="0", place="R2")])

    assert [(one.kind, one.code, f"{one.on_date}") for one in found.observations] == [
        ("in_touch", "NO", on),
        ("activity", "0", on),
        ("accommodation", "R2", on),
    ]
