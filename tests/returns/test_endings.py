"""Whose record a return ends, and who never comes in. The return year ends on 31 March 2026."""

from datetime import date

import pytest

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.organisations.models import Authority
from ownpath.people.actions import reopen_record
from ownpath.people.enums import EndReason, Source
from ownpath.people.models import Allocation, RecordEnd, YoungPerson
from ownpath.people.queries import young_people
from ownpath.returns.models import ReturnedDeath
from ownpath.returns.ssda903.changes import Changes
from ownpath.returns.ssda903.findings import Kind, Table
from ownpath.returns.ssda903.outcomes import Outcome
from ownpath.support.enums import AskKind
from tests import factories

from .conftest import Import
from .made import EIGHTEEN, SEVENTEEN, child, episode, leaver

BIRTHDAY = date(2025, 6, 10)
DIED = leaver(in_touch="DIED", activity="0", place="0")


@pytest.fixture
def yara(council: Authority) -> YoungPerson:
    yara = factories.young_person(council, child_id="1", birth_date=date(2008, 6, 10))
    factories.allocate(yara, factories.adviser(council))
    return yara


def told(found: Changes, kind: Kind) -> list[str]:
    return [finding.sentence for finding in found.findings if finding.kind == kind]


def end_of(yara: YoungPerson) -> tuple[str, date] | None:
    yara.refresh_from_db()
    end = RecordEnd.objects.filter(young_person=yara, reopened_at=None).first()
    assert (end.on_date if end else None) == yara.ended_date
    return (end.reason, end.on_date) if end else None


@pytest.mark.parametrize(
    ("episodes", "oc3", "ended"),
    [
        ([], [DIED], (EndReason.DIED, BIRTHDAY)),
        ([episode(ended="01/05/2025", reason="E2")], [], (EndReason.DIED, date(2025, 5, 1))),
        ([episode(ended="01/05/2025", reason="E3")], [], (EndReason.TRANSFERRED, date(2025, 5, 1))),
        ([episode(ended="01/05/2025", reason="E11")], [], (EndReason.ADOPTED, date(2025, 5, 1))),
        ([episode(ended="01/05/2025", reason="E12")], [], (EndReason.ADOPTED, date(2025, 5, 1))),
        ([episode(ended="01/05/2025", reason="E3"), episode(began="02/06/2025")], [], None),
        ([episode(ended="01/05/2025", reason="E3"), episode(began="x")], [], None),
        ([episode(ended="01/05/2025", reason="E8")], [], None),
        ([], [leaver(in_touch="REFU", activity="0", place="0")], None),
        ([], [leaver(in_touch="NREQ", activity="0", place="0")], None),
        ([], [leaver(in_touch="RHOM", activity="0", place="0")], None),
        ([], [leaver(in_touch="NO")], None),
    ],
)
def test_record_ends_on_the_day_that_the_return_tells(
    episodes: list[str], oc3: list[str], ended: tuple[str, date] | None, take_in: Import, yara: YoungPerson
) -> None:
    found = take_in([child()], episodes, oc3)

    assert end_of(yara) == ended
    assert len(told(found, Kind.ENDING)) == (1 if ended else 0)
    assert Allocation.objects.filter(ended_at=None).exists() == (ended is None)


def test_report_names_who_ends_when_and_why_and_the_row_its_source(take_in: Import, yara: YoungPerson) -> None:
    found = take_in([child()], [episode(ended="01/05/2025", reason="E3")])

    (sentence,) = told(found, Kind.ENDING)
    assert sentence == "The record of 1 ends on 01/05/2025: Another authority took over their care."
    assert (RecordEnd.objects.get().source, RecordEnd.objects.get().ended_by) == (Source.RETURN_FILE, None)


def test_same_files_again_end_nothing_twice_nor_what_somebody_opened_again(
    take_in: Import, council: Authority, yara: YoungPerson
) -> None:
    rows = [child()], [episode(ended="01/05/2025", reason="E3")]
    take_in(*rows)
    assert told(take_in(*rows), Kind.ENDING) == []
    assert RecordEnd.objects.count() == 1

    mo = factories.actor(factories.manager(council))
    reopen_record(actor=mo, young_person_id=yara.pk, words="They are back.")
    found = take_in(*rows)

    assert (end_of(yara), told(found, Kind.ENDING)) == (None, [])
    assert told(found, Kind.NOTE)[-1] == "1: the record had ended for this and was opened again. It stays open."


def test_refusing_once_ends_nothing_and_is_noted(take_in: Import, yara: YoungPerson) -> None:
    found = take_in([child()], [], [leaver(in_touch="REFU", activity="0", place="0")])

    sentence = "1: this does not end the record. If it should end, a manager ends it on their page."
    assert sentence in told(found, Kind.NOTE)


def test_who_does_not_feel_safe_is_spoken_with_before_a_move_ends_anything(take_in: Import, yara: YoungPerson) -> None:
    factories.ask(yara, kind=AskKind.NOT_SAFE)

    found = take_in([child()], [episode(ended="01/05/2025", reason="E3")])

    assert end_of(yara) is None
    assert any("something of theirs is still open" in sentence for sentence in told(found, Kind.NOTE))

    take_in([child()], [], [DIED])
    assert end_of(yara) == (EndReason.DIED, BIRTHDAY)


def test_death_is_told_also_of_a_record_that_had_ended_otherwise(take_in: Import, yara: YoungPerson) -> None:
    factories.record_end(yara, on_date=date(2025, 4, 4))

    take_in([child()], [], [DIED])

    assert end_of(yara) == (EndReason.DIED, BIRTHDAY)
    assert yara.user is not None
    yara.user.refresh_from_db()
    assert not yara.user.is_active


def test_whoever_died_in_one_years_file_is_never_added_by_another(take_in: Import, council: Authority) -> None:
    first = take_in([child()], [], [DIED])
    assert first.rows[Table.HEADER][Outcome.DIED] == 1
    assert (YoungPerson.objects.count(), ReturnedDeath.objects.count()) == (0, 1)

    born = leaver(born=SEVENTEEN)
    for year in (date(2027, 3, 31), date(2025, 3, 31)):
        found = take_in([child()], [], [born], year_end=year)
        assert found.people == []
        assert not YoungPerson.objects.exists()
    later = take_in([child()], [], [born], year_end=date(2027, 3, 31))
    assert [finding.rule for finding in later.faults] == ["348"]


def test_a_later_draft_of_the_same_year_that_says_otherwise_holds(take_in: Import, council: Authority) -> None:
    take_in([child(born=EIGHTEEN)], [], [leaver(born=EIGHTEEN, in_touch="DIED", activity="0", place="0")])
    take_in([child(born=EIGHTEEN)], [], [leaver(born=EIGHTEEN)])

    assert YoungPerson.objects.get().ended_date is None
    assert not ReturnedDeath.objects.exists()


def test_nobody_hears_from_an_ending_by_import(take_in: Import, importer: Actor, yara: YoungPerson) -> None:
    take_in([child()], [], [DIED])

    assert not young_people(actor=importer).current().exists()
    with pytest.raises(NotVisible):
        reopen_record(actor=factories.actor(factories.adviser(yara.authority)), young_person_id=yara.pk, words="No")
