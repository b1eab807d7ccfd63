"""The command as the data officer meets it: what it prints, what it writes, how it refuses."""

import csv
from pathlib import Path
from stat import S_IMODE

import pytest
from django.core.management import CommandError

from ownpath.returns.ssda903.findings import Table

from .conftest import EPISODES, Run, counts
from .made import files

REPORT = """\
Return of the year that ended on 31/03/2026.

header.csv: 3 rows
        2  added
        1  left out: not yet 16 at the end of the return year

episodes.csv: 4 rows
        2  added
        1  left out: faulty
        1  left out: the child is left out, see the header file

oc3.csv: 3 rows
        1  added
        1  left out: the line cannot be split into columns
        1  left out: faulty

Observations from oc3.csv: 3
        3  added

Faulty rows, left out (4):
  episodes.csv line 4, CHILD 3, LS 'C9': This is not a code of LS. Expected: C1, C2, D1, E1, J1, J2, J3, L1, L2, L3, \
V2, V3, V4. (rule 144)
  oc3.csv line 3, CHILD 2, ACCOM 'S1': S is never suitable: use S2. (rule 133)
  oc3.csv line 3, CHILD '2': Still looked after on the birthday in the return year: no care leaver row is needed. \
(rule 1007)
  oc3.csv line 4 '"1,2': The quotation marks on this line do not pair up.

Taken, but worth a look (1):
  episodes.csv line 3, CHILD 2, REC 'X1': A reason for ending without an end date. Taken as still open. (rule 148)
"""


def test_report_counts_what_became_of_every_row_and_names_every_fault(run: Run) -> None:
    """No year given: the latest first day of an episode, 1 June 2025, tells it."""
    assert run() == f"{REPORT}\nTaken in.\n"
    assert counts() == [2, 2, 3]


def test_dry_run_says_the_same_and_writes_nothing(run: Run) -> None:
    assert run("--dry-run") == f"{REPORT}\nNothing was written: this was a dry run.\n"
    assert counts() == [0, 0, 0]


def test_year_may_be_given(run: Run) -> None:
    printed = run("--year-end=2025-03-31")

    assert printed.startswith("Return of the year that ended on 31/03/2025.\n")
    assert (
        "line 2, CHILD 1, DEC '01/05/2025': The episode ends after the end of the return year. (rule 385)\n" in printed
    )
    assert counts() == [1, 1, 0]


@pytest.mark.parametrize("options", [["--strict"], ["--strict", "--dry-run"]])
def test_strict_takes_nothing_in_where_a_row_is_faulty(run: Run, options: list[str]) -> None:
    with pytest.raises(CommandError) as refused:
        run(*options)

    assert str(refused.value) == "Nothing was taken in: there are faulty rows, and --strict was given."
    assert refused.value.returncode == 1
    assert refused.value.printed == f"{REPORT}\n"  # type: ignore[attr-defined]
    assert counts() == [0, 0, 0]


def test_strict_takes_a_faultless_return_in_whatever_is_noted(run: Run, tmp_path: Path) -> None:
    episodes = tmp_path / "good.csv"
    files(tmp_path, [], EPISODES[:2], [])[Table.EPISODES].rename(episodes)
    oc3 = tmp_path / "none.csv"
    files(tmp_path, [], [], [])[Table.OC3].rename(oc3)

    printed = run("--strict", "--year-end=2026-03-31", episodes=episodes, oc3=oc3)

    assert "Taken, but worth a look (1):\n" in printed
    assert printed.endswith("\nTaken in.\n")
    assert counts() == [2, 2, 0]


def test_second_run_says_that_everything_is_on_record(run: Run) -> None:
    run()

    again = run()

    assert "header.csv: 3 rows\n        2  already on record\n" in again
    assert "Observations from oc3.csv: 3\n        3  already on record\n" in again
    assert "added" not in again
    assert counts() == [2, 2, 3]


def test_findings_can_be_had_as_a_file_that_only_its_owner_reads(run: Run, tmp_path: Path) -> None:
    header = tmp_path / "odd.csv"
    header.write_text(f"CHILD,DOB\n=cmd|' /C calc'!A0,{'9' * 60}\n", encoding="utf-8")
    path = tmp_path / "findings.csv"

    with pytest.raises(CommandError, match="a file is wrong as a whole"):
        run(f"--report={path}", header=header)

    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert S_IMODE(path.stat().st_mode) == 0o600
    assert rows[:3] == [
        ["kind", "file", "line", "child", "column", "value", "rule", "sentence"],
        [
            "fault",
            "odd.csv",
            "2",
            "'=cmd|' /C calc'!A0",
            "CHILD",
            "'=cmd|' /C calc'!A0",
            "",
            "CHILD must be 1 to 12 letters or digits (- _ . / may stand within), without spaces.",
        ],
        [
            "fault",
            "odd.csv",
            "2",
            "'=cmd|' /C calc'!A0",
            "DOB",
            "9" * 40 + "...",
            "102",
            "Write the date as dd/mm/yyyy.",
        ],
    ]


def test_report_never_replaces_a_file(run: Run, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"^The report cannot be written: File exists\.$"):
        run(f"--report={tmp_path / 'episodes.csv'}")

    assert (tmp_path / "episodes.csv").read_text(encoding="utf-8").startswith("CHILD,DECOM")
    assert counts() == [0, 0, 0]


def test_what_steers_a_terminal_is_shown_and_not_obeyed(run: Run, tmp_path: Path) -> None:
    header = tmp_path / "odd.csv"
    header.write_text("CHILD,DOB\n\x1b[2J\u202e,10/06/2008\n", encoding="utf-8")

    with pytest.raises(CommandError) as refused:
        run(header=header)

    printed = refused.value.printed  # type: ignore[attr-defined]
    assert "odd.csv line 2, CHILD '\\x1b[2J\\u202e': CHILD must be" in printed
    assert "\x1b" not in printed


@pytest.mark.parametrize(
    ("options", "paths", "sentence"),
    [
        ({"authority": "nowhere"}, {}, "There is no authority with the code nowhere."),
        ({}, {"oc3": Path("none.csv")}, "none.csv cannot be opened: No such file or directory. Nothing was taken in."),
    ],
)
def test_command_that_cannot_begin_says_why(
    run: Run, options: dict[str, str], paths: dict[str, Path], sentence: str
) -> None:
    with pytest.raises(CommandError) as refused:
        run(**options, **paths)

    assert str(refused.value) == sentence
    assert refused.value.returncode == 1


def test_return_without_episodes_must_be_told_its_year(run: Run, tmp_path: Path) -> None:
    episodes = tmp_path / "none.csv"
    files(tmp_path, [], [], [])[Table.EPISODES].rename(episodes)

    with pytest.raises(CommandError, match="No episode tells which year this return is of"):
        run(episodes=episodes)

    assert run("--year-end=2025-03-31", episodes=episodes).endswith("Taken in.\n")


@pytest.mark.parametrize("text", ["2026", "2026-04-01", "31/03/2026", "9999-03-31", "2025-02-31", "٢٠٢٦-03-31"])
def test_year_that_is_none_is_refused(run: Run, text: str) -> None:
    with pytest.raises(CommandError, match="argument --year-end: must be a 31 March, such as 2026-03-31"):
        run(f"--year-end={text}")
