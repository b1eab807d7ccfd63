"""Something planned that waits for somebody to settle it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from ownpath.accounts.models import User
from ownpath.attention.enums import ReasonKind
from ownpath.attention.queries import reasons_for
from ownpath.core import clock
from ownpath.people import actions
from ownpath.people.enums import ContactWay
from ownpath.people.models import YoungPerson
from tests import factories

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 29, 17, 5, tzinfo=UTC)
WEDNESDAY = datetime(2026, 12, 2, 14, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _now() -> Any:
    with clock.held_at(NOW):
        yield


@pytest.fixture
def ellie() -> YoungPerson:
    person = factories.young_person(factories.authority(), "Ellie Notreal")
    factories.allocate(person, factories.adviser(person.authority, "Rosa Fernbrook"))
    return person


@pytest.fixture
def rosa(ellie: YoungPerson) -> User:
    adviser: User = ellie.allocation_rows.get().adviser
    return adviser


def reasons(of: YoungPerson, by: User | YoungPerson | None = None) -> list[tuple[str, date, str]]:
    found = reasons_for(actor=factories.actor(by or of), young_person_id=of.pk)
    return [(one.sentence, one.since, one.own_words) for one in found if one.kind == ReasonKind.MEETING]


@pytest.mark.parametrize(
    ("way", "at", "sentence"),
    [
        (ContactWay.CALL, NOW - timedelta(minutes=3), "A call was planned for today at 17:02."),
        (ContactWay.VISIT, NOW - timedelta(days=1), "A visit was planned for 28 November at 17:05."),
        (ContactWay.VIDEO, datetime(2026, 7, 3, 9, 30, tzinfo=UTC), "A video call was planned for 3 July at 10:30."),
        (
            ContactWay.MEETING,
            datetime(2025, 12, 31, 23, tzinfo=UTC),
            "A meeting was planned for 31 December 2025 at 23:00.",
        ),
    ],
)
def test_what_has_passed_is_asked_about_and_both_read_the_same(
    ellie: YoungPerson, rosa: User, way: ContactWay, at: datetime, sentence: str
) -> None:
    factories.meeting(ellie, at=at, way=way, with_whom="Rosa")

    expected = [(f"{sentence} Nobody has noted whether it happened.", clock.day_of(at), "")]
    assert reasons(ellie, rosa) == reasons(ellie) == expected


def test_it_waits_until_its_time(ellie: YoungPerson, rosa: User) -> None:
    factories.meeting(ellie, at=NOW + timedelta(minutes=1), with_whom="Rosa")

    assert reasons(ellie) == []


@pytest.mark.parametrize("how", ["recorded", "moved", "cancelled", "missed"])
def test_it_ends_by_being_recorded_moved_or_cancelled(ellie: YoungPerson, rosa: User, how: str) -> None:
    meeting = factories.meeting(ellie, at=NOW - timedelta(minutes=3), with_whom="Rosa")
    actor = factories.actor(rosa)
    if how == "recorded":
        actions.note_meeting_as(actor=actor, meeting_id=meeting.pk, contact=factories.contact(ellie))
    elif how == "moved":
        at = NOW + timedelta(days=1)
        actions.move_meeting(actor=actor, meeting_id=meeting.pk, at=at, way=ContactWay.CALL, reason="Ill")
    elif how == "cancelled":
        actions.cancel_meeting(actor=actor, meeting_id=meeting.pk, reason="Ellie couldn’t make it.")
    else:
        actions.miss_meeting(actor=actor, meeting_id=meeting.pk, reason="We missed it.")

    assert reasons(ellie) == []


def test_they_could_not_make_it_and_then_it_passed_is_one_reason_with_their_words(ellie: YoungPerson) -> None:
    factories.meeting(ellie, at=NOW - timedelta(hours=1), cannot_at=NOW - timedelta(days=1), cannot_words="Work")

    ((sentence, _since, words),) = reasons(ellie)

    assert sentence.startswith("A meeting was planned for today at 16:05.")
    assert words == "Work"


@pytest.mark.parametrize(
    ("with_whom", "said"),
    [("Rosa", True), ("Rosa Fernbrook", True), ("Dionne Beechlantern", False), ("Aunt Bo", False)],
)
def test_planned_with_somebody_who_is_away_is_to_be_settled(
    ellie: YoungPerson, rosa: User, with_whom: str, said: bool
) -> None:
    dionne = factories.adviser(ellie.authority, "Dionne Beechlantern")
    said_at = NOW - timedelta(days=2)
    factories.absence(rosa, dionne, from_date=date(2026, 11, 30), to_date=date(2026, 12, 2), said_at=said_at)
    factories.meeting(ellie, at=WEDNESDAY, with_whom=with_whom, planned_at=NOW - timedelta(days=9))
    factories.meeting(ellie, at=WEDNESDAY + timedelta(days=1), with_whom=with_whom)

    sentence = "Meeting with Rosa on 2 December, but Rosa is away."
    expected = [(sentence, date(2026, 11, 27), "")] if said else []
    assert reasons(ellie) == reasons(ellie, rosa) == expected
    mo = factories.manager(ellie.authority)
    assert reasons(ellie, mo) == expected


def test_planned_with_somebody_who_has_left_is_to_be_settled(ellie: YoungPerson) -> None:
    gone = factories.adviser(ellie.authority, "Gareth Gone", ended_at=NOW - timedelta(days=1))
    factories.meeting(ellie, at=WEDNESDAY, with_whom="Gareth Gone", planned_by=gone, planned_at=NOW - timedelta(days=9))

    assert reasons(ellie) == [
        ("Meeting with Gareth on 2 December, but Gareth doesn’t work here any more.", date(2026, 11, 28), "")
    ]


def test_called_off_and_other_authorities_say_nothing(ellie: YoungPerson, rosa: User) -> None:
    elsewhere = factories.adviser(factories.authority(), "Rosa Fernbrook")
    factories.absence(elsewhere, factories.adviser(elsewhere.membership.authority))
    factories.absence(rosa, factories.adviser(ellie.authority, "Sol"), called_off_at=NOW)
    factories.meeting(ellie, at=WEDNESDAY, with_whom="Rosa Fernbrook")

    assert reasons(ellie) == []
