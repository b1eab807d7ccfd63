"""An artificial return that nobody here made up, 2,675 children, read line by line against the rules.

The expected figures come from a separate reading of the files that shares no code with the product.
"""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ownpath.core.actor import Actor
from ownpath.people.models import CarePeriod, Observation, YoungPerson
from ownpath.returns.actions import import_return
from ownpath.returns.ssda903.findings import Kind, Table
from ownpath.returns.ssda903.outcomes import Outcome
from ownpath.returns.ssda903.reading import read_return

YEAR_END = date(2022, 3, 31)
FOLDER = Path(settings.BASE_DIR).parent / "shared" / "data" / "ssda903"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="The sample return is not beside the repository.")

# Line of oc3.csv: the rules that its row breaks. Every other row is good.
FAULTY_CARE_LEAVERS = {
    2: "133 344 344",
    3: "132 344 344 347 1007",
    4: "1016",
    5: "344 344 347",
    6: "344 344",
    7: "132 1007",
    8: "132",
    10: "1007",
    11: "344 344 1001",
    12: "132",
    13: "344 344",
    14: "3001",
    16: "132 344 344 1007",
    17: "132 344 344 391",
    19: "344 344",
    21: "132 3001 1007",
    22: "344 344",
    23: "1007",
    25: "344 3001",
    26: "132 1016",
    27: "344 344",
    29: "132",
    30: "344 344",
    32: "132 344 344 1016",
    33: "344 344",
    34: "132",
    35: "344 344 1007",
    38: "3001",
    39: "344 344 347",
    40: "3001",
    41: "344 344 3001",
    42: "391",
    43: "1007",
    44: "344 1016",
    47: "133 344 344",
    48: "3001 1007",
    49: "1007",
    50: "3001",
    51: "344 344 391",
    52: "1007",
    54: "132 133",
}


def test_sample_return_is_taken_in_by_the_rules(importer: Actor) -> None:
    files = read_return(FOLDER / "header.csv", FOLDER / "episodes.csv", FOLDER / "oc3.csv", YEAR_END)
    with CaptureQueriesContext(connection) as captured:
        found = import_return(actor=importer, files=files)

    assert len(captured) <= 20
    # Twelve end dates are one day late. The starts tell the year, so these are faults and not another year.
    assert files.year_end == date(2022, 3, 31)
    assert found.rows[Table.HEADER] == Counter(
        {
            Outcome.ADDED: 119,
            Outcome.NOT_YET_16: 2446,
            Outcome.DIED: 3,
            Outcome.ADOPTED: 5,
            Outcome.TRANSFERRED: 4,
            Outcome.FAULTY_EPISODE: 14,
            Outcome.FAULTY_OC3: 10,
            Outcome.SHORT_BREAKS: 16,
            Outcome.LEFT_BEFORE_16: 19,
            Outcome.NOTHING: 39,
        }
    )
    assert found.rows[Table.EPISODES] == Counter({Outcome.ADDED: 284, Outcome.FAULTY: 369, Outcome.NOT_TAKEN: 4397})
    assert found.rows[Table.OC3] == Counter({Outcome.ADDED: 12, Outcome.FAULTY: 41})
    assert [rows.total() for rows in found.rows.values()] == [2675, 5050, 53]

    faults = Counter((finding.table, finding.rule) for finding in found.faults if finding.table != Table.OC3)
    assert faults == Counter({("episodes", "148"): 353, ("episodes", "385"): 12, ("episodes", "142"): 10})
    notes = Counter(finding.rule for finding in found.findings if finding.kind == Kind.NOTE)
    assert notes == Counter({"148": 68, "1002": 4, "501": 4, "388": 2, "1001": 1})

    assert [YoungPerson.objects.count(), CarePeriod.objects.count(), Observation.objects.count()] == [119, 284, 36]
    assert CarePeriod.objects.filter(ended_date=None).count() == 68
    assert YoungPerson.objects.filter(careperiod_rows=None).count() == 4


def test_every_care_leaver_row_of_the_sample_is_judged_as_read_by_hand(importer: Actor) -> None:
    files = read_return(FOLDER / "header.csv", FOLDER / "episodes.csv", FOLDER / "oc3.csv", YEAR_END)
    found = import_return(actor=importer, files=files)

    rules: dict[int, list[str]] = {}
    for finding in found.faults:
        if finding.table == Table.OC3:
            rules.setdefault(finding.line, []).append(finding.rule)
    assert {line: sorted(of) for line, of in rules.items()} == {
        line: sorted(of.split()) for line, of in FAULTY_CARE_LEAVERS.items()
    }
    with (FOLDER / "oc3.csv").open(encoding="utf-8", newline="") as file:
        good = [row for line, row in enumerate(csv.DictReader(file), start=2) if line not in FAULTY_CARE_LEAVERS]
    said = Observation.objects.values_list("young_person__child_id", "kind", "code", "on_date")
    expected = set()
    for row in good:
        day, month, _year = map(int, row["DOB"].split("/"))
        for kind, column in (("in_touch", "IN_TOUCH"), ("activity", "ACTIV"), ("accommodation", "ACCOM")):
            expected.add((row["CHILD"], kind, row[column], date(2022, month, day)))
    assert set(said) == expected


def test_sample_return_a_second_time_changes_nothing(importer: Actor) -> None:
    files = read_return(FOLDER / "header.csv", FOLDER / "episodes.csv", FOLDER / "oc3.csv", YEAR_END)
    import_return(actor=importer, files=files)
    before = [sorted(model.objects.values_list()) for model in (YoungPerson, CarePeriod, Observation)]

    again = import_return(actor=importer, files=files)

    assert [sorted(model.objects.values_list()) for model in (YoungPerson, CarePeriod, Observation)] == before
    assert again.rows[Table.HEADER][Outcome.UNCHANGED] == 119
    assert again.rows[Table.EPISODES][Outcome.UNCHANGED] == 284
    assert again.observed == Counter({Outcome.UNCHANGED: 36})
    assert [finding for finding in again.findings if finding.kind == Kind.DIFFERENCE] == []
