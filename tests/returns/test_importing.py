"""What an import writes, and what a second and a later one add. The return year ends on 31 March 2026."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ownpath.core.access import NotAllowed
from ownpath.core.actor import Actor, system
from ownpath.core.models import AuditEvent
from ownpath.organisations.models import Authority
from ownpath.people.models import CarePeriod, Observation, YoungPerson
from ownpath.returns.actions import import_return
from ownpath.returns.queries import import_preview
from ownpath.returns.ssda903.changes import Changes
from ownpath.returns.ssda903.findings import Kind, Table
from ownpath.returns.ssda903.outcomes import Outcome
from tests import factories

from .conftest import Import
from .made import EIGHTEEN, SEVENTEEN, child, episode, leaver, places, read

LEFT = episode(began="01/02/2024", ended="01/05/2025", reason="E8")
EARLIER = date(2025, 3, 31)


def everything() -> list[list[tuple[object, ...]]]:
    return [sorted(model.objects.values_list()) for model in (YoungPerson, CarePeriod, Observation)]


def differences(found: Changes) -> list[tuple[object, ...]]:
    return places([finding for finding in found.findings if finding.kind == Kind.DIFFERENCE])  # type: ignore[return-value]


def test_import_makes_a_young_person_with_periods_and_observations(take_in: Import, council: Authority) -> None:
    take_in([child()], [LEFT], [leaver(in_touch="NO", activity="G5", place="S2")])

    person = YoungPerson.objects.get()
    assert (person.authority_id, person.child_id, person.name, f"{person}") == (council.pk, "1", "", "1")
    assert person.birth_date == date(2008, 6, 10)
    period = CarePeriod.objects.get()
    assert (period.authority_id, period.young_person_id, period.source) == (council.pk, person.pk, "return_file")
    assert (period.began_date, period.ended_date) == (date(2024, 2, 1), date(2025, 5, 1))
    assert (period.legal_status, period.placement, period.reason_began, period.reason_ended) == ("C2", "U1", "S", "E8")
    said = Observation.objects.order_by("kind").values_list("kind", "code", "on_date", "source")
    birthday = date(2025, 6, 10)
    assert list(said) == [
        ("accommodation", "S2", birthday, "return_file"),
        ("activity", "G5", birthday, "return_file"),
        ("in_touch", "NO", birthday, "return_file"),
    ]


def test_import_is_one_audited_action_of_the_system(take_in: Import, council: Authority) -> None:
    take_in([child()], [LEFT])

    event = AuditEvent.objects.get()
    assert (event.verb, event.actor_role, event.thing_id) == ("returns.import_return", "system", council.pk)


def test_nobody_but_the_system_imports(council: Authority, tmp_path: Path) -> None:
    manager = factories.actor(factories.manager(council))
    files = read(tmp_path, [child()], [LEFT])

    with pytest.raises(NotAllowed):
        import_return(actor=manager, files=files)
    with pytest.raises(NotAllowed):
        import_preview(actor=manager, files=files)
    with pytest.raises(NotAllowed):
        import_return(actor=system(None), files=files)
    with pytest.raises(NotAllowed):
        import_preview(actor=system(None), files=files)
    assert not YoungPerson.objects.exists()


def test_preview_writes_nothing_and_says_what_the_import_then_does(
    importer: Actor, take_in: Import, tmp_path: Path
) -> None:
    rows = [child(), child("2", born="x")], [LEFT, episode("9")], [leaver()]

    preview = import_preview(actor=importer, files=read(tmp_path, *rows))

    assert everything() == [[], [], []]
    assert not AuditEvent.objects.exists()
    done = take_in(*rows)
    assert (preview.rows, preview.observed, preview.findings) == (done.rows, done.observed, done.findings)
    assert [len(rows) for rows in everything()] == [1, 1, 3]


def test_second_import_changes_nothing(take_in: Import) -> None:
    rows = [child(), child("2")], [LEFT, episode("2", reason="X1")], [leaver()]
    take_in(*rows)
    before = everything()

    again = take_in(*rows)

    assert everything() == before
    assert again.rows[Table.HEADER] == Counter({Outcome.UNCHANGED: 2})
    assert again.rows[Table.EPISODES] == Counter({Outcome.UNCHANGED: 2})
    assert again.rows[Table.OC3] == Counter({Outcome.UNCHANGED: 1})
    assert again.observed == Counter({Outcome.UNCHANGED: 3})
    assert differences(again) == []


def test_later_return_adds_and_ends_what_was_open(take_in: Import) -> None:
    take_in([child()], [episode()], year_end=EARLIER)
    kept = CarePeriod.objects.get().pk

    later = take_in([child()], [episode(ended="01/05/2025", reason="X1"), episode(began="01/05/2025")])

    assert later.rows[Table.EPISODES] == Counter({Outcome.ENDED: 1, Outcome.ADDED: 1})
    first, second = CarePeriod.objects.order_by("began_date")
    assert (first.pk, first.ended_date, first.reason_ended) == (kept, date(2025, 5, 1), "X1")
    assert (second.began_date, second.ended_date) == (date(2025, 5, 1), None)
    assert differences(later) == []


def test_observations_of_another_year_stand_beside_the_earlier(take_in: Import) -> None:
    born = "10/06/2006"
    take_in([child(born=born)], [], [leaver(born=born, activity="F2")], year_end=EARLIER)

    take_in([child(born=born)], [], [leaver(born=born, activity="P5")])

    said = Observation.objects.filter(kind="activity").order_by("on_date").values_list("on_date", "code")
    assert list(said) == [(date(2024, 6, 10), "F2"), (date(2025, 6, 10), "P5")]


def test_observation_that_differs_stays_and_is_told(take_in: Import) -> None:
    take_in([child()], [LEFT], [leaver(activity="F2")])

    again = take_in([child()], [LEFT], [leaver(activity="P5")])

    assert Observation.objects.get(kind="activity").code == "F2"
    assert differences(again) == [("oc3", 2, "ACTIV", "P5", "", "On record it is F2. The record stays.")]
    assert again.rows[Table.OC3] == Counter({Outcome.DIFFERENT: 1})
    assert again.observed == Counter({Outcome.UNCHANGED: 2, Outcome.DIFFERENT: 1})


def test_what_an_adviser_recorded_for_the_day_stands_beside_the_return(take_in: Import, council: Authority) -> None:
    yara = factories.young_person(council, child_id="1", birth_date=date(2008, 6, 10))
    mine = {"authority": council, "young_person": yara, "kind": "activity", "on_date": date(2025, 6, 10)}
    Observation.objects.create(**mine, code="P5", source="adviser")

    found = take_in([child()], [LEFT], [leaver(activity="F2")])

    assert sorted(Observation.objects.filter(kind="activity").values_list("source", "code")) == [
        ("adviser", "P5"),
        ("return_file", "F2"),
    ]
    assert found.rows[Table.HEADER] == Counter({Outcome.UNCHANGED: 1})
    assert YoungPerson.objects.get().name == yara.name


def test_period_that_differs_stays_and_is_told(take_in: Import) -> None:
    take_in([child()], [LEFT])

    again = take_in([child()], [episode(ended="02/05/2025", reason="E4A", status="E1", place="K2", began_for="P")])

    assert differences(again) == [
        ("episodes", 2, "RNE", "P", "", "On record it is S. The record stays."),
        ("episodes", 2, "LS", "E1", "", "On record it is C2. The record stays."),
        ("episodes", 2, "PLACE", "K2", "", "On record it is U1. The record stays."),
        ("episodes", 2, "DEC", "02/05/2025", "", "On record it is 01/05/2025. The record stays."),
        ("episodes", 2, "REC", "E4A", "", "On record it is E8. The record stays."),
    ]
    period = CarePeriod.objects.get()
    assert (period.ended_date, period.reason_ended, period.legal_status) == (date(2025, 5, 1), "E8", "C2")
    assert again.rows[Table.EPISODES] == Counter({Outcome.DIFFERENT: 1})


def test_period_that_is_open_again_in_the_same_year_is_told(take_in: Import) -> None:
    take_in([child()], [LEFT])

    again = take_in([child()], [episode()])

    assert differences(again) == [
        ("episodes", 2, "DEC", "", "", "On record it is 01/05/2025. The record stays."),
        ("episodes", 2, "REC", "", "", "On record it is E8. The record stays."),
    ]


def test_earlier_return_after_the_later_one_takes_nothing_back(take_in: Import) -> None:
    take_in([child(born=EIGHTEEN)], [LEFT, episode(began="02/06/2025")])
    before = everything()

    earlier = take_in([child(born=EIGHTEEN)], [episode()], year_end=EARLIER)

    assert everything() == before
    assert earlier.rows[Table.EPISODES] == Counter({Outcome.UNCHANGED: 1})
    assert differences(earlier) == []


def test_end_on_the_last_day_of_the_year_is_known_to_the_return_of_that_year(take_in: Import) -> None:
    take_in([child(born=EIGHTEEN)], [episode(ended="31/03/2025", reason="E8")])

    earlier = take_in([child(born=EIGHTEEN)], [episode()], year_end=EARLIER)

    assert differences(earlier) == [
        ("episodes", 2, "DEC", "", "", "On record it is 31/03/2025. The record stays."),
        ("episodes", 2, "REC", "", "", "On record it is E8. The record stays."),
    ]


def test_open_period_that_a_later_return_does_not_mention_is_told(take_in: Import) -> None:
    take_in([child()], [episode()], year_end=EARLIER)

    later = take_in([child()], [episode(began="01/05/2025")])

    sentence = "On record a period in care from 01/02/2024 is still open; the episodes file does not mention it."
    assert differences(later) == [("header", 2, "CHILD", "1", "", sentence)]


def test_somebody_on_record_with_another_birth_date_is_left_alone(take_in: Import) -> None:
    take_in([child()], [LEFT])
    before = everything()

    again = take_in([child(born=EIGHTEEN)], [LEFT, episode(began="01/06/2025")], [leaver(born=EIGHTEEN)])

    assert everything() == before
    assert differences(again) == [("header", 2, "DOB", EIGHTEEN, "", "On record it is 10/06/2008. The record stays.")]
    assert again.rows[Table.HEADER] == Counter({Outcome.OTHER_BIRTH_DATE: 1})


@pytest.mark.parametrize("reason", ["E2", "E3", "E11"])
def test_somebody_on_record_is_brought_up_to_date_whatever_ended_their_care(take_in: Import, reason: str) -> None:
    take_in([child()], [episode()], year_end=EARLIER)

    take_in([child()], [episode(ended="01/05/2025", reason=reason)])

    assert CarePeriod.objects.get().reason_ended == reason


def test_somebody_on_record_who_died_is_told_so(take_in: Import) -> None:
    born = "10/06/2006"
    take_in([child(born=born)], [], [leaver(born=born)], year_end=EARLIER)

    take_in([child(born=born)], [], [leaver(born=born, in_touch="DIED", activity="0", place="0")])

    assert Observation.objects.filter(kind="in_touch", code="DIED", on_date=date(2025, 6, 10)).count() == 1


@pytest.mark.parametrize("born", ["10/06/2006", "10/06/2002"])
def test_who_was_returned_as_died_stays_died(take_in: Import, born: str) -> None:
    """At 18, counted at the birthday; at 22, at the end of the year."""
    take_in([child(born=born)], [], [leaver(born=born)], year_end=date(2024, 3, 31))
    take_in([child(born=born)], [], [leaver(born=born, in_touch="DIED", activity="0", place="0")], year_end=EARLIER)

    found = take_in([child(born=born)], [], [leaver(born=born)])

    sentence = "An earlier return said that the young person died."
    assert places(found.faults) == [("oc3", 2, "IN_TOUCH", "YES", "348", sentence)]


def test_before_2026_no_rule_asked_whether_somebody_had_died(take_in: Import) -> None:
    born, died = "10/06/2005", {"in_touch": "DIED", "activity": "0", "place": "0"}
    take_in([child(born=born)], [], [leaver(born=born)], year_end=date(2023, 3, 31))
    take_in([child(born=born)], [], [leaver(born=born, **died)], year_end=date(2024, 3, 31))

    assert take_in([child(born=born)], [], [leaver(born=born)], year_end=EARLIER).faults == []


def test_care_leaver_who_was_in_care_last_year_needs_an_episode(take_in: Import) -> None:
    take_in([child()], [episode()], year_end=EARLIER)

    found = take_in([child()], [], [leaver()])

    sentence = "Looked after at the end of the year before, but the episodes file does not say what happened."
    assert places(found.faults) == [("oc3", 2, "CHILD", "1", "1010", sentence)]
    assert not Observation.objects.exists()


def test_care_that_began_this_year_was_not_open_last_year(take_in: Import) -> None:
    take_in([child()], [episode(began="01/04/2025")])

    assert take_in([child()], [], [leaver()]).faults == []


def test_two_authorities_may_have_the_same_child(take_in: Import, council: Authority) -> None:
    other = factories.authority()
    take_in([child()], [LEFT], [leaver()])

    take_in([child(born=EIGHTEEN)], [episode()], actor=system(other.pk))

    assert sorted(YoungPerson.objects.values_list("birth_date", "authority_id")) == [
        (date(2007, 6, 10), other.pk),
        (date(2008, 6, 10), council.pk),
    ]
    for model in (CarePeriod, Observation):
        for row in model.objects.select_related("young_person"):
            assert row.authority_id == row.young_person.authority_id
    assert CarePeriod.objects.filter(authority=other).get().ended_date is None


def test_counts_of_every_file_add_up_to_the_rows_read(take_in: Import, tmp_path: Path) -> None:
    take_in([child()], [episode()], [], year_end=EARLIER)
    rows = (
        [
            child(),
            child("2"),
            child("3", "x"),
            child("4", "01/01/2020"),
            child("2"),
            "short,row",
            child("5"),
            child("6"),
        ],
        [LEFT, LEFT, episode("2"), episode("3"), episode("4"), episode("5", reason="E8"), episode("9"), '"', ""],
        [leaver(), leaver("2", SEVENTEEN, "", "", ""), leaver("3"), leaver("5", activity="F3"), leaver("6"), "1"],
    )
    files = read(tmp_path, *rows)

    found = take_in(*rows)

    assert found.rows[Table.HEADER].total() == files.header.count == 8
    assert found.rows[Table.EPISODES].total() == files.episodes.count == 8
    assert found.rows[Table.OC3].total() == files.oc3.count == 6
    assert found.rows[Table.HEADER] == Counter(
        {
            Outcome.ADDED: 2,
            Outcome.UNCHANGED: 1,
            Outcome.BROKEN: 1,
            Outcome.FAULTY: 1,
            Outcome.REPEATED: 1,
            Outcome.NOT_YET_16: 1,
            Outcome.FAULTY_EPISODE: 1,
        }
    )
    assert found.rows[Table.EPISODES] == Counter(
        {
            Outcome.ADDED: 1,
            Outcome.ENDED: 1,
            Outcome.BROKEN: 1,
            Outcome.FAULTY: 2,
            Outcome.REPEATED: 1,
            Outcome.FAULTY_HEADER: 1,
            Outcome.NOT_TAKEN: 1,
        }
    )
    assert found.rows[Table.OC3] == Counter(
        {Outcome.ADDED: 2, Outcome.BLANK: 1, Outcome.BROKEN: 1, Outcome.FAULTY: 1, Outcome.FAULTY_HEADER: 1}
    )


def test_queries_do_not_grow_with_the_return(importer: Actor, tmp_path: Path) -> None:
    """Nor with what is on record: the second return ends a period of everyone."""

    def queries(people: range) -> int:
        numbers = [f"{number}" for number in people]
        header, oc3 = [child(number) for number in numbers], [leaver(number) for number in numbers]
        import_return(
            actor=importer,
            files=read(tmp_path, header, [episode(number) for number in numbers], [], year_end=EARLIER),
        )
        later = read(tmp_path, header, [episode(number, ended="01/05/2025", reason="E8") for number in numbers], oc3)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            import_return(actor=importer, files=later)
        return len(captured)

    assert queries(range(1)) == queries(range(100, 130)) <= 15
