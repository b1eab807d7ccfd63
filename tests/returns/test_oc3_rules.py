"""Each rule on care leaver rows, with the line, column, value and sentence that the data officer reads.

The young people turn 17 (or as said) on 10 June 2025, in the return year that ends on 31 March 2026.
"""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from ownpath.returns import codes
from ownpath.returns.ssda903.findings import Kind, Table
from ownpath.returns.ssda903.outcomes import Outcome

from .made import EIGHTEEN, SEVENTEEN, changes, child, episode, leaver, places

pytestmark = pytest.mark.any_database

LEFT = episode(began="01/02/2024", ended="01/05/2025", reason="E8")
NOT_IN_TOUCH = "This is not a code of IN_TOUCH: use YES, NO, DIED, REFU, NREQ or RHOM."
NOT_ACCOM = "This is not a code of ACCOM: a letter and 1 or 2, or 0 alone where it does not apply."
OLD = "is no longer used: use"
SHORT = (
    "These episodes show {since_14} days in care from 14 on and {since_16} from 16 on; a care leaver has 91 and 1. "
    "Earlier years may hold the rest."
)


def faults_of(
    folder: Path, row: str, born: str = SEVENTEEN, episodes: list[str] | None = None, year_end: date = date(2026, 3, 31)
) -> list[tuple[str, str, str, str]]:
    """Column, value, rule and sentence of each fault in the only care leaver row; a faulty row gives nothing."""
    found = changes(folder, [child(born=born)], [LEFT] if episodes is None else episodes, [row], year_end)
    faults = [finding for finding in found.findings if finding.table == Table.OC3 and finding.kind == Kind.FAULT]
    assert {finding.line for finding in faults} <= {2}
    assert len(found.observations) == (0 if faults else 3)
    assert found.rows[Table.OC3] == Counter({Outcome.FAULTY if faults else Outcome.ADDED: 1})
    return [place[2:] for place in places(faults)]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (leaver(in_touch="MAYBE"), [("IN_TOUCH", "MAYBE", "131", NOT_IN_TOUCH)]),
        (leaver(in_touch="yes"), [("IN_TOUCH", "yes", "131", "Write it in capitals: YES.")]),
        (
            leaver(activity="F6"),
            [
                (
                    "ACTIV",
                    "F6",
                    "132",
                    "This is not a code of ACTIV. Expected: F1, P1, F2, P2, F4, P4, F5, P5, G4, G5, G6, 0.",
                )
            ],
        ),
        (leaver(activity="F3"), [("ACTIV", "F3", "132", f"F3 {OLD} F4 (apprenticeship) or F5 (training or a job).")]),
        (leaver(activity="P3"), [("ACTIV", "P3", "132", f"P3 {OLD} P4 (apprenticeship) or P5 (training or a job).")]),
        (leaver(place="B"), [("ACCOM", "B", "133", NOT_ACCOM)]),
        (leaver(in_touch="NO", place="01"), [("ACCOM", "01", "133", NOT_ACCOM)]),
        (leaver(in_touch="NO", place="02"), [("ACCOM", "02", "133", NOT_ACCOM)]),
        (leaver(place="A1"), [("ACCOM", "A1", "133", NOT_ACCOM)]),
        (leaver(place="S1"), [("ACCOM", "S1", "133", "S is never suitable: use S2.")]),
        (leaver(place="X1"), [("ACCOM", "X1", "133", "X is never suitable: use X2.")]),
        (leaver(place=""), [("ACCOM", "", "153", "ACCOM is missing: give all three codes or none.")]),
        (
            leaver(in_touch="", activity=""),
            [
                ("IN_TOUCH", "", "153", "IN_TOUCH is missing: give all three codes or none."),
                ("ACTIV", "", "153", "ACTIV is missing: give all three codes or none."),
            ],
        ),
        (
            leaver(in_touch="DIED"),
            [
                ("ACTIV", "F2", "344", "With IN_TOUCH DIED, ACTIV must be 0."),
                ("ACCOM", "D1", "344", "With IN_TOUCH DIED, ACCOM must be 0."),
            ],
        ),
        (
            leaver(in_touch="RHOM", activity="0"),
            [("ACCOM", "D1", "344", "With IN_TOUCH RHOM, ACCOM must be 0.")],
        ),
        (leaver(activity="0"), [("ACTIV", "0", "345", "With IN_TOUCH YES, ACTIV cannot be 0.")]),
        (leaver(place="0"), [("ACCOM", "0", "345", "With IN_TOUCH YES, ACCOM cannot be 0.")]),
        (leaver(place="T1"), [("ACCOM", "T1", "347", "Nobody lives in a foyer (T) before 18.")]),
        (leaver(place="Z1"), [("ACCOM", "Z1", "3001", "At 17 nobody lives with former foster carers (Z).")]),
        (leaver(born="11/06/2008"), [("DOB", "11/06/2008", "INT15", "The header file has another date of birth.")]),
        (leaver(born="10.06.2008"), [("DOB", "10.06.2008", "", "Write the date as dd/mm/yyyy.")]),
    ],
)
def test_faulty_care_leaver_row_is_told(tmp_path: Path, row: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert faults_of(tmp_path, row) == expected


@pytest.mark.parametrize("place", sorted(codes.ACCOMMODATIONS - {"0", "T1", "T2", "Z1", "Z2"}))
def test_accommodation_code_is_good(tmp_path: Path, place: str) -> None:
    assert faults_of(tmp_path, leaver(place=place)) == []


def test_accommodation_codes_are_those_of_the_rule() -> None:
    assert len(codes.ACCOMMODATIONS) == 31
    assert {"S2", "X2", "0"} <= codes.ACCOMMODATIONS
    assert not {"S1", "X1", "01", "02", ""} & codes.ACCOMMODATIONS


@pytest.mark.parametrize("activity", [code for code in codes.Activity.values if code != "0"])
def test_activity_code_is_good(tmp_path: Path, activity: str) -> None:
    assert faults_of(tmp_path, leaver(activity=activity)) == []


@pytest.mark.parametrize("in_touch", ["NO", "REFU", "NREQ"])
def test_activity_may_be_known_or_not_of_somebody_who_is_not_in_touch(tmp_path: Path, in_touch: str) -> None:
    assert faults_of(tmp_path, leaver(in_touch=in_touch)) == []
    assert faults_of(tmp_path, leaver(in_touch=in_touch, activity="0", place="0")) == []


def test_somebody_who_went_back_home_has_zeros(tmp_path: Path) -> None:
    assert faults_of(tmp_path, leaver(in_touch="RHOM", activity="0", place="0")) == []


@pytest.mark.parametrize("place", ["T1", "T2", "Z1", "Z2"])
def test_foyer_and_former_foster_carers_are_good_from_the_18th_birthday(tmp_path: Path, place: str) -> None:
    assert faults_of(tmp_path, leaver(born=EIGHTEEN, place=place), born=EIGHTEEN) == []


@pytest.mark.parametrize(
    ("born", "age"),
    [("01/04/2009", 16), ("31/03/2000", 26)],
)
def test_care_leaver_out_of_age_is_faulty(tmp_path: Path, born: str, age: int) -> None:
    sentence = f"Aged {age} at the end of the return year: care leavers are returned from 17 to 25."
    assert faults_of(tmp_path, leaver(born=born), born=born, episodes=[]) == [("DOB", born, "391", sentence)]


@pytest.mark.parametrize("born", ["31/03/2009", "01/04/2000", "29/02/2008"])
def test_care_leaver_of_age_is_good(tmp_path: Path, born: str) -> None:
    assert faults_of(tmp_path, leaver(born=born), born=born, episodes=[]) == []


def test_until_2022_care_leavers_were_returned_to_21(tmp_path: Path) -> None:
    born, year_end = "31/03/2000", date(2022, 3, 31)
    sentence = "Aged 22 at the end of the return year: care leavers are returned from 17 to 21."

    assert faults_of(tmp_path, leaver(born=born), born, [], year_end) == [("DOB", born, "391", sentence)]
    assert faults_of(tmp_path, leaver(born="01/04/2000"), "01/04/2000", [], year_end) == []


NOT_NEEDED = "no care leaver row is needed."
STILL = f"Still looked after on the birthday in the return year: {NOT_NEEDED}"
AFTER = f"Left care after the birthday in the return year: {NOT_NEEDED}"


@pytest.mark.parametrize(
    ("episodes", "rule", "sentence"),
    [
        ([episode()], "1007", STILL),
        ([episode(began="10/06/2025")], "1007", STILL),
        ([episode(ended="10/06/2025", reason="X1"), episode(began="10/06/2025")], "1007", STILL),
        ([episode(ended="11/06/2025", reason="E8")], "1016", AFTER),
        ([episode(began="01/07/2025", ended="02/07/2025", reason="E8")], "1016", AFTER),
        (
            [episode(ended="01/05/2025", reason="E2")],
            "1000",
            f"The episodes say that the child died in care (E2): {NOT_NEEDED}",
        ),
        (
            [episode(ended="01/05/2025", reason="E2"), episode(began="05/05/2025", ended="06/05/2025", reason="E8")],
            "1000",
            f"The episodes say that the child died in care (E2): {NOT_NEEDED}",
        ),
        (
            [episode(ended="01/05/2025", reason="E3")],
            "1011",
            f"Another authority took over the care (E3): {NOT_NEEDED}",
        ),
        (
            [episode(ended="01/05/2025", reason="E11")],
            "1001",
            "The last episode ended in adoption: this is no care leaver.",
        ),
        ([episode(reason="E12")], "1001", "The last episode ended in adoption: this is no care leaver."),
    ],
)
@pytest.mark.parametrize("born", [SEVENTEEN, EIGHTEEN])
def test_care_leaver_row_that_the_episodes_forbid_is_faulty(
    tmp_path: Path, episodes: list[str], rule: str, sentence: str, born: str
) -> None:
    assert faults_of(tmp_path, leaver(born=born), born, episodes) == [("CHILD", "1", rule, sentence)]


@pytest.mark.parametrize(
    "episodes",
    [
        [episode(ended="10/06/2025", reason="E8")],
        [episode(ended="01/05/2025", reason="E3"), episode(began="02/05/2025", ended="09/06/2025", reason="E8")],
        [episode(ended="01/05/2025", reason="E11"), episode(began="02/05/2025", ended="09/06/2025", reason="E8")],
        [episode(ended="01/05/2025", reason="E8"), episode(began="11/06/2025")],
        [episode(ended="10/06/2025", reason="E8"), episode(began="11/06/2025")],
        [episode(reason="E8")],
    ],
    ids=[
        "left on the day",
        "transferred and back",
        "adopted and back",
        "came back afterwards",
        "came back the day after",
        "left, day unknown",
    ],
)
def test_care_leaver_row_that_the_episodes_allow_is_good(tmp_path: Path, episodes: list[str]) -> None:
    assert faults_of(tmp_path, leaver(), episodes=episodes) == []


def test_from_19_the_birthday_in_care_is_no_matter(tmp_path: Path) -> None:
    assert faults_of(tmp_path, leaver(born="10/06/2006"), "10/06/2006", [episode()]) == []


def test_care_leaver_whom_the_header_file_does_not_know_is_faulty(tmp_path: Path) -> None:
    found = changes(tmp_path, [child("2")], [], [leaver()])

    sentence = "This child is not in the header file."
    assert places(found.findings) == [("oc3", 2, "CHILD", "1", "INT06", sentence)]


def test_second_row_of_a_care_leaver_is_left_out(tmp_path: Path) -> None:
    found = changes(tmp_path, [child()], [LEFT], [leaver(), leaver()])

    assert places(found.findings) == [("oc3", 3, "CHILD", "1", "INT34", "Line 2 says the same.")]
    assert found.rows[Table.OC3] == Counter({Outcome.ADDED: 1, Outcome.REPEATED: 1})


def test_rows_of_a_care_leaver_that_contradict_each_other_are_all_faulty(tmp_path: Path) -> None:
    found = changes(tmp_path, [child()], [LEFT], [leaver(), leaver("2"), leaver(activity="P2")])

    assert places(found.findings) == [
        ("oc3", 2, "CHILD", "1", "INT34", "Line 4 is about the same and says something else."),
        ("oc3", 4, "CHILD", "1", "INT34", "Line 2 is about the same and says something else."),
        ("oc3", 3, "CHILD", "2", "INT06", "This child is not in the header file."),
    ]
    assert found.observations == []


def test_blank_care_leaver_row_says_nothing(tmp_path: Path) -> None:
    found = changes(
        tmp_path,
        [child(), child("2")],
        [LEFT],
        [leaver("1", SEVENTEEN, "", "", ""), leaver("2", SEVENTEEN, "", "", "")],
    )

    assert found.findings == []
    assert found.rows[Table.OC3] == Counter({Outcome.BLANK: 2})
    assert found.rows[Table.HEADER] == Counter({Outcome.ADDED: 1, Outcome.NOTHING: 1})
    assert found.observations == []


def test_care_leaver_without_episodes_is_noted(tmp_path: Path) -> None:
    found = changes(tmp_path, [child()], [], [leaver()])

    sentence = "No good episode in these files: taken as a care leaver, without periods in care."
    assert places(found.findings) == [("oc3", 2, "CHILD", "1", "1002", sentence)]
    assert [one.kind for one in found.findings] == [Kind.NOTE]


@pytest.mark.parametrize(
    ("row", "since_14", "since_16"),
    [
        (episode(began="01/03/2025", ended="30/05/2025", reason="E8"), 90, 90),
        (episode(status="V3", ended="01/05/2025", reason="E8"), 0, 0),
        (episode(began="01/01/2024", ended="10/06/2024", reason="E8"), 161, 0),
        (episode(began="01/01/2020", ended="10/06/2022", reason="E8"), 0, 0),
    ],
)
def test_care_too_short_to_make_a_care_leaver_is_only_noted(
    tmp_path: Path, row: str, since_14: int, since_16: int
) -> None:
    found = changes(tmp_path, [child()], [row], [leaver()])

    sentence = SHORT.format(since_14=since_14, since_16=since_16)
    assert places(found.findings) == [("oc3", 2, "CHILD", "1", "1001", sentence)]
    assert [one.kind for one in found.findings] == [Kind.NOTE]
    assert len(found.observations) == 3


def test_91_days_in_care_of_which_one_at_16_are_enough(tmp_path: Path) -> None:
    ninety_one = episode(began="12/03/2024", ended="11/06/2024", reason="E8")

    assert changes(tmp_path, [child()], [ninety_one], [leaver()]).findings == []


def test_days_that_two_episodes_share_count_once(tmp_path: Path) -> None:
    rows = [
        episode(began="01/03/2025", ended="30/04/2025", reason="X1"),
        episode(began="11/03/2025", ended="10/05/2025", reason="E8"),
    ]

    found = changes(tmp_path, [child()], rows, [leaver()])

    assert [one.sentence for one in found.findings if one.rule == "1001"] == [SHORT.format(since_14=70, since_16=70)]


@pytest.mark.parametrize(("began", "notes"), [("31/12/2025", []), ("01/01/2026", ["1001"])])
def test_open_episode_counts_up_to_the_last_day_of_the_return_year(
    tmp_path: Path, began: str, notes: list[str]
) -> None:
    born = "10/06/2006"
    found = changes(tmp_path, [child(born=born)], [episode(began=began)], [leaver(born=born)])

    assert [one.rule for one in found.findings] == notes
