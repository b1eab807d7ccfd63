"""What is planned with a young person: who plans, moves and cancels it, and what stays to be read."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.actor import Actor
from ownpath.core.versions import StaleEdit
from ownpath.people import actions, queries
from ownpath.people.enums import ContactWay, MeetingEnding
from ownpath.people.models import Meeting, YoungPerson
from tests import factories

pytestmark = pytest.mark.django_db

VISIT: dict[str, Any] = {"way": ContactWay.VISIT, "place": "At mine"}


@pytest.fixture
def yara() -> YoungPerson:
    whom = factories.young_person(factories.authority())
    factories.allocate(whom, factories.adviser(whom.authority))
    return whom


@pytest.fixture
def ines(yara: YoungPerson) -> Actor:
    return factories.actor(yara.allocation_rows.get().adviser)


@pytest.fixture
def her(yara: YoungPerson) -> Actor:
    return factories.actor(yara)


def in_days(days: int) -> datetime:
    return clock.now() + timedelta(days=days)


def test_an_adviser_plans_and_the_young_person_sees_it(yara: YoungPerson, ines: Actor, her: Actor) -> None:
    actions.plan_meeting(actor=ines, young_person_id=yara.pk, at=in_days(3), **VISIT)

    (planned,) = queries.next_meetings(actor=her)
    assert (planned.way, planned.place, planned.with_whom) == (ContactWay.VISIT, "At mine", "Ines Invented")
    assert planned.planned_by_id == ines.user_id


def test_what_was_moved_stays_with_its_reason(yara: YoungPerson, ines: Actor, her: Actor) -> None:
    before = factories.meeting(yara, at=in_days(1))

    after = actions.move_meeting(actor=ines, meeting_id=before.pk, at=in_days(5), reason="I am ill.", **VISIT)

    before.refresh_from_db()
    assert (before.ending, before.reason, before.ended_by_id) == (MeetingEnding.MOVED, "I am ill.", ines.user_id)
    (planned,) = queries.next_meetings(actor=her)
    assert planned == after
    assert planned.instead_of == before
    found = queries.meetings_of(actor=ines, young_person_id=yara.pk)
    assert (found.ahead, found.changed) == ((after,), (before,))


def test_what_was_cancelled_is_told_before_what_comes_next(yara: YoungPerson, ines: Actor, her: Actor) -> None:
    gone, after = factories.meeting(yara, at=in_days(1)), factories.meeting(yara, at=in_days(2))
    factories.meeting(yara, at=in_days(3))

    actions.cancel_meeting(actor=ines, meeting_id=gone.pk, reason="The office is closed.")

    assert queries.next_meetings(actor=her) == [gone, after]


def test_she_says_that_she_cannot_come_once(yara: YoungPerson, her: Actor) -> None:
    planned = factories.meeting(yara)

    actions.say_cannot_come(actor=her, meeting_id=planned.pk, words=" Friday instead? ")
    said = actions.say_cannot_come(actor=her, meeting_id=planned.pk, words="Never")

    assert said.cannot_words == "Friday instead?"
    assert said.ended_at is None


def test_nobody_else_says_it_for_her(yara: YoungPerson, ines: Actor) -> None:
    with pytest.raises(NotAllowed):
        actions.say_cannot_come(actor=ines, meeting_id=factories.meeting(yara).pk)


def test_she_plans_moves_and_cancels_nothing(yara: YoungPerson, her: Actor) -> None:
    planned = factories.meeting(yara)

    with pytest.raises(NotAllowed):
        actions.plan_meeting(actor=her, young_person_id=yara.pk, at=in_days(1), **VISIT)
    with pytest.raises(NotAllowed):
        actions.move_meeting(actor=her, meeting_id=planned.pk, at=in_days(1), **VISIT)
    with pytest.raises(NotAllowed):
        actions.cancel_meeting(actor=her, meeting_id=planned.pk, reason="")
    assert Meeting.objects.get().ended_at is None


def test_nothing_is_planned_for_the_past(yara: YoungPerson, ines: Actor) -> None:
    with pytest.raises(NotAllowed):
        actions.plan_meeting(actor=ines, young_person_id=yara.pk, at=clock.now(), **VISIT)


def test_whoever_comes_second_is_told(yara: YoungPerson, ines: Actor, her: Actor) -> None:
    planned = factories.meeting(yara)
    actions.cancel_meeting(actor=ines, meeting_id=planned.pk, reason="Ill")

    with pytest.raises(StaleEdit):
        actions.move_meeting(actor=ines, meeting_id=planned.pk, at=in_days(1), **VISIT)
    with pytest.raises(StaleEdit):
        actions.say_cannot_come(actor=her, meeting_id=planned.pk)
    assert Meeting.objects.count() == 1


def test_it_ends_as_a_contact_of_the_same_person(yara: YoungPerson, ines: Actor, her: Actor) -> None:
    planned, held = factories.meeting(yara), factories.contact(yara)
    zane = factories.young_person(yara.authority, "Zane Notreal")
    factories.allocate(zane, yara.allocation_rows.get().adviser)

    with pytest.raises(NotVisible):
        actions.note_meeting_as(actor=ines, meeting_id=planned.pk, contact=factories.contact(zane))
    actions.note_meeting_as(actor=ines, meeting_id=planned.pk, contact=held)
    actions.note_meeting_as(actor=ines, meeting_id=planned.pk, contact=factories.contact(yara))

    planned.refresh_from_db()
    assert (planned.ending, planned.contact) == (MeetingEnding.RECORDED, held)
    assert queries.next_meetings(actor=her) == []


def test_other_advisers_neither_see_nor_change_it(yara: YoungPerson) -> None:
    sol = factories.actor(factories.adviser(yara.authority, "Sol Someone"))
    planned = factories.meeting(yara)

    assert queries.meetings_of(actor=sol, young_person_id=yara.pk).ahead == ()
    with pytest.raises(NotVisible):
        queries.meeting(actor=sol, young_person_id=yara.pk, meeting_id=planned.pk)
    with pytest.raises(NotVisible):
        actions.cancel_meeting(actor=sol, meeting_id=planned.pk, reason="")


@pytest.mark.parametrize("count", [1, 30])
def test_one_query_however_much_was_planned(yara: YoungPerson, ines: Actor, her: Actor, count: int) -> None:
    for days in range(count):
        factories.meeting(yara, at=in_days(days + 1))

    with CaptureQueriesContext(connection) as asked:
        queries.next_meetings(actor=her)
        queries.meetings_of(actor=ines, young_person_id=yara.pk)

    assert len(asked) == 2
