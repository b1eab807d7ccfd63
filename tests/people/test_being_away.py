"""What is planned with somebody who goes away: listed, settled, or refused."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from ownpath.accounts.models import Absence, User
from ownpath.core import clock
from ownpath.core.access import NotAllowed
from ownpath.core.refusal import Refused
from ownpath.people import actions, queries
from ownpath.people.actions import Settled
from ownpath.people.enums import ContactWay, MeetingEnding, MeetingSettling
from ownpath.people.models import Meeting, YoungPerson
from tests import factories

pytestmark = pytest.mark.django_db

SUNDAY = datetime(2026, 11, 29, 12, tzinfo=UTC)
FIRST, LAST = date(2026, 11, 30), date(2026, 12, 4)
WEDNESDAY = datetime(2026, 12, 2, 14, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _sunday() -> Any:
    with clock.held_at(SUNDAY):
        yield


@pytest.fixture
def amara() -> YoungPerson:
    person = factories.young_person(factories.authority(), "Amara Notreal")
    factories.allocate(person, factories.adviser(person.authority, "Rosa Fernbrook"))
    return person


@pytest.fixture
def rosa(amara: YoungPerson) -> User:
    adviser: User = amara.allocation_rows.get().adviser
    return adviser


@pytest.fixture
def dionne(amara: YoungPerson) -> User:
    return factories.adviser(amara.authority, "Dionne Beechlantern")


def planned(rosa: User, by: User | None = None, first: date = FIRST, last: date = LAST) -> list[Meeting]:
    actor = factories.actor(by or rosa)
    everybody = queries.before_away(
        actor=actor, user_id=rosa.pk, covered_by_id=other(rosa).pk, from_date=first, to_date=last
    )
    return everybody.meetings


def other(rosa: User) -> User:
    return User.objects.filter(membership__authority=rosa.membership.authority).exclude(pk=rosa.pk)[0]


def be_away(rosa: User, dionne: User, **values: Any) -> Absence:
    days = {"from_date": FIRST, "to_date": LAST}
    return actions.plan_absence(actor=factories.actor(rosa), user_id=rosa.pk, covered_by_id=dionne.pk, **days | values)


@pytest.mark.parametrize(
    ("with_whom", "is_listed"),
    [
        ("Rosa Fernbrook", True),
        ("rosa fernbrook ", True),
        ("Rosa", True),
        ("Rosa and the housing officer", True),
        ("Dionne Beechlantern and Rosa", True),
        ("Your PA", True),  # planned by her with her own young person, and nobody else is named
        ("Dionne Beechlantern", False),
        ("Mo Made-Up", False),
        ("Rosalind Other", False),
        ("Rosa Other", False),
    ],
)
def test_with_whom_it_is(amara: YoungPerson, rosa: User, dionne: User, with_whom: str, is_listed: bool) -> None:
    for name in ("Mo Made-Up", "Rosalind Other", "Rosa Other"):
        factories.manager(amara.authority, name)
    meeting = factories.meeting(amara, at=WEDNESDAY, with_whom=with_whom, planned_by=rosa)

    assert planned(rosa) == ([meeting] if is_listed else [])


@pytest.mark.parametrize(
    ("at", "is_listed"),
    [
        (datetime(2026, 11, 29, 23, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 30, 0, 0, tzinfo=UTC), True),
        (datetime(2026, 12, 4, 23, 59, tzinfo=UTC), True),
        (datetime(2026, 12, 5, 0, 0, tzinfo=UTC), False),
    ],
)
def test_first_and_last_day(amara: YoungPerson, rosa: User, dionne: User, at: datetime, is_listed: bool) -> None:
    factories.meeting(amara, at=at, with_whom="Rosa Fernbrook")

    assert bool(planned(rosa)) is is_listed


def test_what_has_passed_today_and_what_ended_is_not_listed(amara: YoungPerson, rosa: User, dionne: User) -> None:
    factories.meeting(amara, at=SUNDAY - timedelta(hours=1), with_whom="Rosa")
    factories.meeting(amara, at=WEDNESDAY, with_whom="Rosa", ended_at=SUNDAY, ending=MeetingEnding.CANCELLED)
    factories.meeting(factories.young_person(factories.authority()), at=WEDNESDAY, with_whom="Rosa Fernbrook")

    assert planned(rosa, first=SUNDAY.date()) == []


def test_whoever_covers_goes_instead(amara: YoungPerson, rosa: User, dionne: User) -> None:
    values: dict[str, Any] = {"place": "The library", "way": ContactWay.MEETING, "planned_by": rosa}
    before = factories.meeting(
        amara, at=WEDNESDAY, with_whom="Rosa and Mum", cannot_at=SUNDAY, cannot_words="Later?", **values
    )

    be_away(rosa, dionne, settled={before.pk: Settled(MeetingSettling.COVERED, " Rosa is away that day. ")})

    after = Meeting.objects.get(ended_at=None)
    before.refresh_from_db()
    assert (after.at, after.place, after.with_whom, after.instead_of) == (
        WEDNESDAY,
        "The library",
        "Dionne Beechlantern and Mum",
        before,
    )
    assert (after.cannot_at, after.cannot_words) == (SUNDAY, "Later?")
    assert (before.ending, before.reason, before.ended_by) == (MeetingEnding.MOVED, "Rosa is away that day.", rosa)
    (read,) = queries.next_meetings(actor=factories.actor(amara))
    assert read == after


def test_it_is_cancelled_and_the_young_person_reads_why(amara: YoungPerson, rosa: User, dionne: User) -> None:
    before = factories.meeting(amara, at=WEDNESDAY, with_whom="Rosa")

    be_away(rosa, dionne, settled={before.pk: Settled(MeetingSettling.CANCELLED, "Rosa is away.")})

    (read,) = queries.next_meetings(actor=factories.actor(amara))
    assert (read.ending, read.reason) == (MeetingEnding.CANCELLED, "Rosa is away.")


def test_nothing_is_saved_until_each_is_settled(amara: YoungPerson, rosa: User, dionne: User) -> None:
    first = factories.meeting(amara, at=WEDNESDAY, with_whom="Rosa")
    second = factories.meeting(amara, at=WEDNESDAY + timedelta(days=1), with_whom="Rosa")
    how = Settled(MeetingSettling.COVERED, "Rosa is away.")

    for settled in ({}, {first.pk: how}, {first.pk: how, second.pk: Settled(MeetingSettling.CANCELLED, " ")}):
        with pytest.raises(Refused, match="Say what becomes of everything"):
            be_away(rosa, dionne, settled=settled)

    assert not Absence.objects.exists()
    assert Meeting.objects.filter(ended_at=None).count() == 2


@pytest.mark.parametrize("with_whom", ["", "Rosa", "Rosa Fernbrook", "Dionne Beechlantern and rosa fernbrook"])
def test_nothing_is_planned_with_somebody_who_is_away_that_day(
    amara: YoungPerson, rosa: User, dionne: User, with_whom: str
) -> None:
    factories.absence(rosa, dionne, from_date=FIRST, to_date=LAST)
    actor = factories.actor(rosa)
    to: dict[str, Any] = {"way": ContactWay.CALL, "with_whom": with_whom}
    sentence = "Rosa Fernbrook is away on 2 December; Dionne Beechlantern covers. Choose another day, or somebody else."

    with pytest.raises(Refused) as refused:
        actions.plan_meeting(actor=actor, young_person_id=amara.pk, at=WEDNESDAY, **to)
    meeting = actions.plan_meeting(actor=actor, young_person_id=amara.pk, at=WEDNESDAY + timedelta(days=3), **to)
    with pytest.raises(Refused):
        actions.move_meeting(actor=actor, meeting_id=meeting.pk, at=WEDNESDAY, reason="Sooner", **to)

    assert (refused.value.sentence, refused.value.field) == (sentence, "with_whom")
    meeting.refresh_from_db()
    assert meeting.ended_at is None


def test_nothing_is_planned_with_somebody_who_has_left(amara: YoungPerson, rosa: User, dionne: User) -> None:
    dionne.membership.ended_at = SUNDAY
    dionne.membership.save()

    with pytest.raises(Refused, match="Dionne Beechlantern doesn’t work here any more"):
        actions.plan_meeting(
            actor=factories.actor(rosa),
            young_person_id=amara.pk,
            at=WEDNESDAY,
            way=ContactWay.CALL,
            with_whom="dionne beechlantern",
        )


def test_somebody_else_of_the_same_first_name_may_be_away(amara: YoungPerson, rosa: User, dionne: User) -> None:
    factories.absence(factories.adviser(amara.authority, "Rosa Other"), dionne, from_date=FIRST, to_date=LAST)
    to: dict[str, Any] = {"at": WEDNESDAY, "way": ContactWay.CALL}

    for name in ("Rosa", "Aunt Bo", "Dr Rosa"):
        actions.plan_meeting(actor=factories.actor(rosa), young_person_id=amara.pk, with_whom=name, **to)

    assert Meeting.objects.count() == 3


def test_we_missed_it_and_the_young_person_reads_it_for_a_week(amara: YoungPerson, rosa: User) -> None:
    meeting = factories.meeting(amara, at=SUNDAY - timedelta(minutes=3), with_whom="Rosa")
    actor = factories.actor(rosa)
    found = queries.meetings_of(actor=actor, young_person_id=amara.pk)
    assert (found.ahead, found.passed) == ((), (meeting,))
    assert queries.next_meetings(actor=factories.actor(amara)) == []

    actions.miss_meeting(actor=actor, meeting_id=meeting.pk, reason="We missed it. That’s on us.")

    with clock.held_at(SUNDAY + timedelta(days=6)):
        (read,) = queries.next_meetings(actor=factories.actor(amara))
    assert (read.ending, read.reason) == (MeetingEnding.MISSED, "We missed it. That’s on us.")
    with clock.held_at(SUNDAY + timedelta(days=8)):
        assert queries.next_meetings(actor=factories.actor(amara)) == []


def test_what_is_ahead_cannot_be_missed(amara: YoungPerson, rosa: User) -> None:
    meeting = factories.meeting(amara, at=WEDNESDAY, with_whom="Rosa")

    with pytest.raises(NotAllowed):
        actions.miss_meeting(actor=factories.actor(rosa), meeting_id=meeting.pk, reason="No")
