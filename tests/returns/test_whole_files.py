"""A file that is wrong as a whole is refused, with every row named; and a year that is only guessed is asked about."""

import csv
from pathlib import Path
from stat import S_IMODE

import pytest
from django.core.management import CommandError

from .conftest import EPISODES, HEADER, OC3, Run, counts
from .made import EPISODES as EPISODES_NAMES
from .made import HEADER as HEADER_NAMES
from .made import OC3 as OC3_NAMES
from .made import child, episode, leaver


def written(folder: Path, name: str, *lines: str) -> Path:
    path = folder / name
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return path


def refusal(run: Run, *options: str, **paths: Path) -> tuple[str, str]:
    """What the command printed, and the sentence with which it ended."""
    with pytest.raises(CommandError) as refused:
        run(*options, **paths)
    assert counts() == [0, 0, 0]
    assert refused.value.returncode == 1
    return refused.value.printed, str(refused.value)  # type: ignore[attr-defined]


def test_year_that_has_not_ended_is_refused(run: Run) -> None:
    with pytest.raises(CommandError, match="argument --year-end: must be the end of a year that has ended"):
        run("--year-end=2027-03-31")


@pytest.mark.parametrize(
    ("began", "sentence"),
    [
        ("01/06/2026", "of the year to 31/03/2027, which has not ended. Look at their dates. Nothing was taken in."),
        (
            "01/06/2020",
            "of the year to 31/03/2021. If that is right, give --year-end 2021-03-31. Nothing was taken in.",
        ),
    ],
)
def test_year_that_is_only_guessed_is_asked_about(run: Run, tmp_path: Path, began: str, sentence: str) -> None:
    _printed, told = refusal(run, episodes=written(tmp_path, "some.csv", EPISODES_NAMES, episode(began=began)))

    assert told.endswith(sentence)


@pytest.mark.parametrize("options", [[], ["--dry-run"], ["--year-end=2026-03-31"], ["--strict"]])
@pytest.mark.parametrize(
    ("began", "told"),
    [
        ("1/3/08", "Write the date as dd/mm/yyyy."),
        ("2025-06-01", "This begins with the year. Write the date as dd/mm/yyyy."),
        ("01/06/2025 00:00", "There is a time after the date. Write the date as dd/mm/yyyy."),
        ("45809", "This is the number that a spreadsheet has for a day. Write the date as dd/mm/yyyy."),
    ],
)
def test_where_no_episode_is_good_each_is_named(
    run: Run, tmp_path: Path, began: str, told: str, options: list[str]
) -> None:
    rows = [episode(number, began=began) for number in ("1", "2", "3")]
    report = tmp_path / "findings.csv"

    printed, _told = refusal(
        run, *options, f"--report={report}", episodes=written(tmp_path, "odd.csv", EPISODES_NAMES, *rows)
    )

    for line, number in ((2, "1"), (3, "2"), (4, "3")):
        assert f"odd.csv line {line}, CHILD {number}, DECOM '{began}': {told} (rule 141)\n" in printed
    assert report.read_text(encoding="utf-8-sig").count(told) == 3


def test_rows_without_their_empty_ends_are_each_named_where_all_are_so(run: Run, tmp_path: Path) -> None:
    rows = [episode(number).rstrip(",") for number in ("1", "2", "3")]

    printed, told = refusal(run, episodes=written(tmp_path, "odd.csv", EPISODES_NAMES, *rows))

    assert told.startswith("No row of the episodes file is good, so none tells which year this return is of.")
    assert printed.count("The line has 7 columns, the first line names 13.") == 3


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_a_column_that_is_wrong_throughout_is_a_wrong_file(run: Run, tmp_path: Path, options: list[str]) -> None:
    """The other two files are good, and would bring six young people."""
    numbers = [str(number) for number in range(1, 7)]
    good = {
        "header": written(tmp_path, "head.csv", HEADER_NAMES, *map(child, numbers)),
        "episodes": written(
            tmp_path, "care.csv", EPISODES_NAMES, *(episode(number, began="01/06/2025") for number in numbers)
        ),
    }
    oc3 = written(tmp_path, "odd.csv", OC3_NAMES, *(leaver(number, "39609") for number in numbers))

    printed, told = refusal(run, *options, **good, oc3=oc3)

    assert "\nodd.csv: 6 of 6 rows are faulty in DOB. Most often: This is the number that a spreadsheet" in printed
    assert told.startswith("Nothing was taken in: a file is wrong as a whole.")
    assert "Taken in." not in printed


def test_dates_that_are_days_only_in_the_united_states_make_a_wrong_file(run: Run, tmp_path: Path) -> None:
    """Three of thirty show it; the other 27 would be read as another day."""
    births = [f"06/{13 + number}/2008" for number in range(3)] + ["06/10/2008"] * 27
    rows = [child(str(number), born) for number, born in enumerate(births, start=1)]

    printed, _told = refusal(run, header=written(tmp_path, "us.csv", HEADER_NAMES, *rows))

    assert "\nus.csv: 3 of 30 rows have a day in DOB that is one only as month/day/year.\n" in printed


def test_children_whom_no_other_file_knows_show_that_those_are_not_whole(run: Run, tmp_path: Path) -> None:
    rows = [child(str(number)) for number in range(1, 11)]

    printed, _told = refusal(run, header=written(tmp_path, "long.csv", HEADER_NAMES, *rows))

    assert "long.csv: 7 of 10 children are neither in the episodes file nor in the oc3 file.\n" in printed


def test_rows_that_were_emptied_are_no_rows(run: Run, tmp_path: Path) -> None:
    paths = {
        "header": written(tmp_path, "head.csv", HEADER_NAMES, *HEADER, ",,,,,,", ",,,,,,"),
        "episodes": written(tmp_path, "care.csv", EPISODES_NAMES, *EPISODES[:2], ",,,,,,,,,,,,", ',"",,,,,,,,,,,'),
        "oc3": written(tmp_path, "oc3s.csv", OC3_NAMES, OC3[0], " , , , , "),
    }

    printed = run("--strict", "--year-end=2026-03-31", **paths)

    assert "head.csv: 3 rows" in printed
    assert printed.endswith("\nTaken in.\n")


def test_report_that_a_stopped_import_left_empty_is_written(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "findings.csv"
    path.touch(mode=0o644)

    run(f"--report={path}")

    assert path.read_text(encoding="utf-8-sig").startswith("kind,file,line,child,column,value,rule,sentence")
    assert S_IMODE(path.stat().st_mode) == 0o600


def test_report_names_who_is_added_and_who_is_left_out(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "findings.csv"

    run("--dry-run", f"--report={path}")

    with path.open(encoding="utf-8-sig", newline="") as file:
        told = {row["child"]: row["sentence"] for row in csv.DictReader(file) if row["kind"] in ("added", "left out")}
    assert told == {"1": "added", "2": "added", "3": "left out: not yet 16 at the end of the return year"}
