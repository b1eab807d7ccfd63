"""What others recorded, in words, and what is said against it."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from ownpath.attention.enums import ReasonKind
from ownpath.attention.queries import reasons_for
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.core.clock import held_at
from ownpath.people.enums import ContactResult, ContactWay, ObservationKind, Source
from ownpath.people.models import CarePeriod, Contact, Observation, YoungPerson
from ownpath.sharing import actions, queries
from ownpath.sharing.enums import EntryKind
from ownpath.sharing.models import NotRight
from ownpath.sharing.queries.entries import code_in_words
from ownpath.support.models import AllowanceLine
from tests import factories

AT = datetime(2026, 5, 3, 9, tzinfo=UTC)


def entries(actor: Actor) -> dict[EntryKind, list[queries.Entry]]:
    found: dict[EntryKind, list[queries.Entry]] = {}
    for row in queries.recorded(actor=actor):
        found.setdefault(row.entry.kind, []).append(row.entry)
    return found


@pytest.mark.parametrize(
    ("kind", "code", "words"),
    [
        (ObservationKind.IN_TOUCH, "RHOM", "Back with a parent for six months or more"),
        (ObservationKind.ACTIVITY, "F2", "Other education, full time"),
        (ObservationKind.ACTIVITY, "ZZ", "ZZ"),
        (ObservationKind.ACCOMMODATION, "U1", "Own place, judged to be right for you"),
        (ObservationKind.ACCOMMODATION, "X2", "In custody, judged not to be right for you"),
        (ObservationKind.ACCOMMODATION, "0", "0"),
    ],
)
def test_codes_of_the_return_are_explained(kind: ObservationKind, code: str, words: str) -> None:
    assert code_in_words(kind, code) == words


def test_every_kind_is_a_sentence_with_its_day_and_whose_it_is(yara: YoungPerson, her: Actor) -> None:
    at: dict[str, Any] = {"authority_id": yara.authority_id, "young_person": yara}
    adviser = yara.allocation_rows.get().adviser
    factories.contact(yara, at=AT, way=ContactWay.VISIT, words="She showed me the oven.", recorded_by=adviser)
    factories.contact(yara, at=AT, way=ContactWay.CALL, result=ContactResult.TRIED)
    Observation.objects.create(kind="activity", code="F5", on_date=date(2026, 4, 1), source=Source.RETURN_FILE, **at)
    CarePeriod.objects.create(
        began_date=date(2020, 1, 2), ended_date=date(2025, 5, 4), legal_status="C2", source=Source.RETURN_FILE, **at
    )
    factories.survey_request(yara, requested_by=adviser)
    factories.review(yara, date(2026, 6, 1), held_date=date(2026, 5, 1), set_by=adviser)

    AllowanceLine.objects.create(kind="spent", words="A cot", pence=4050, recorded_by=adviser, **at)

    factories.record_end(yara, on_date=date(2026, 2, 1), ended_by=adviser, reopened_at=AT, reopen_words="A mistake.")

    found = entries(her)

    assert (found[EntryKind.MONEY][0].line, found[EntryKind.MONEY][0].words) == ("Something bought: £40.50.", "A cot")
    assert set(found) == set(EntryKind)
    assert {(one.line, one.words, one.by) for one in found[EntryKind.CONTACT]} == {
        ("Visit at home.", "She showed me the oven.", "Ines Invented"),
        ("Call. We tried, and did not reach you.", "", "Ownpath"),
    }
    (fact,) = found[EntryKind.OBSERVATION]
    assert (fact.day, fact.line) == (date(2026, 4, 1), "Main activity: Training or a job, full time.")
    assert fact.by == "The Department's return file"
    (care,) = found[EntryKind.CARE]
    assert (care.line, care.words) == ("You were in care until 4 May 2025.", "Codes of the yearly count: C2.")
    (end,) = found[EntryKind.END]
    assert (end.day, end.words, end.by) == (date(2026, 2, 1), "A mistake.", "Ines Invented")
    again = "It was opened again on 3 May 2026."
    assert end.line == f"Your record ended. You moved, and another council supports you now. {again}"
    assert found[EntryKind.REVIEW][0].day == date(2026, 5, 1)
    assert found[EntryKind.ADVISER][0].line == "Ines Invented is your adviser."


def test_newest_comes_first(yara: YoungPerson, her: Actor) -> None:
    for month in (3, 5, 4):
        factories.contact(yara, at=AT.replace(month=month))

    days = [row.entry.day.month for row in queries.recorded(actor=her) if row.entry.kind == EntryKind.CONTACT]
    assert days == [5, 4, 3]


def test_what_is_said_against_an_entry_stands_beside_it_and_the_entry_stays(
    yara: YoungPerson, her: Actor, ines: Actor
) -> None:
    contact = factories.contact(yara, at=AT, words="She was late.")
    said = actions.say_not_right(actor=her, kind=EntryKind.CONTACT, entry_id=contact.pk, words=" The bus was. ")
    assert (said.line, said.words) == ("Call. She was late.", "The bus was.")
    assert [reason.kind for reason in reasons_for(actor=ines, young_person_id=yara.pk)].count(ReasonKind.NOT_RIGHT) == 1

    actions.answer_not_right(actor=ines, not_right_id=said.pk, answer="Sorry.", corrected="The bus was late.")
    actions.answer_not_right(actor=ines, not_right_id=said.pk, answer="Second thoughts.")

    (row,) = [row for row in queries.recorded(actor=her) if row.not_right]
    (kept,) = row.not_right
    assert (kept.answer, kept.corrected, kept.answered_by.name) == ("Sorry.", "The bus was late.", "Ines Invented")
    assert Contact.objects.get().words == "She was late."
    assert ReasonKind.NOT_RIGHT not in {reason.kind for reason in reasons_for(actor=ines, young_person_id=yara.pk)}


def test_who_may_say_and_answer(yara: YoungPerson, her: Actor, ines: Actor) -> None:
    contact = factories.contact(yara)
    elsewhere = factories.manager(factories.authority())
    zane = factories.young_person(yara.authority, "Zane Notreal")
    for other in (ines, factories.actor(zane)):
        with pytest.raises(NotVisible):
            actions.say_not_right(actor=other, kind=EntryKind.CONTACT, entry_id=contact.pk, words="No")
    with pytest.raises(NotVisible):
        actions.say_not_right(actor=her, kind=EntryKind.CARE, entry_id=contact.pk, words="No")
    said = factories.not_right(contact)

    for other in (
        her,
        factories.actor(zane),
        factories.actor(elsewhere),
        factories.actor(factories.adviser(yara.authority)),
    ):
        with pytest.raises(NotVisible):
            actions.answer_not_right(actor=other, not_right_id=said.pk, answer="No")
    for staff in (ines, factories.actor(factories.manager(yara.authority))):
        assert queries.not_right_of(actor=staff, young_person_id=yara.pk) == [said]
        with pytest.raises(NotVisible):
            queries.recorded(actor=staff)
    assert NotRight.objects.get().answered_at is None


@pytest.mark.parametrize("count", [1, 30])
def test_list_takes_as_many_queries_however_long(
    yara: YoungPerson, her: Actor, count: int, django_assert_num_queries: Any
) -> None:
    with held_at(AT):
        for _ in range(count):
            factories.not_right(factories.contact(yara))

    with django_assert_num_queries(10):
        assert len(queries.recorded(actor=her)) == count + 1
