"""A record ends, dated; opens again when it was a mistake, or because the young person comes back."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ownpath.accounts.models import Invitation
from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.actor import Actor
from ownpath.core.models import AuditEvent
from ownpath.core.versions import StaleEdit
from ownpath.organisations.models import Authority
from ownpath.people.actions import (
    InvitationOver,
    accept_invitation,
    allocate,
    invite_young_person,
    plan_meeting,
    reopen_record,
)
from ownpath.people.enums import EndReason, MeetingEnding
from ownpath.people.models import Allocation, Meeting, RecordEnd, YoungPerson
from ownpath.people.queries import actor_signing_in, user_with_roles, young_people
from ownpath.people.rules import can_end, can_end_on
from ownpath.support.actions import StillOpen, end_record
from ownpath.support.enums import AskKind
from tests import factories

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 5, 4, 9, tzinfo=UTC)


@pytest.fixture
def council() -> Authority:
    return factories.authority()


@pytest.fixture
def mo(council: Authority) -> Actor:
    return factories.actor(factories.manager(council))


@pytest.fixture
def ines(council: Authority) -> Actor:
    return factories.actor(factories.adviser(council))


@pytest.fixture
def yara(council: Authority, ines: Actor) -> YoungPerson:
    yara = factories.young_person(council)
    Allocation.objects.create(authority=council, young_person=yara, adviser_id=ines.user_id)
    return yara


def end(actor: Actor, who: YoungPerson, reason: EndReason = EndReason.MOVED, **values: object) -> RecordEnd:
    given = {"on_date": clock.today(), "is_certain": reason == EndReason.DIED} | values
    return end_record(actor=actor, young_person_id=who.pk, reason=reason, **given)  # type: ignore[arg-type]


def test_end_is_a_dated_row_with_its_author_and_takes_the_adviser(mo: Actor, ines: Actor, yara: YoungPerson) -> None:
    with clock.held_at(MONDAY):
        made = end(mo, yara, on_date=date(2026, 5, 1), words=" Moved to Leeds. ")

    yara.refresh_from_db()
    assert yara.ended_date == date(2026, 5, 1)
    assert (made.reason, made.on_date, made.words) == (EndReason.MOVED, date(2026, 5, 1), "Moved to Leeds.")
    assert (made.ended_by_id, made.ended_at, made.reopened_at) == (mo.user_id, MONDAY, None)
    assert Allocation.objects.get().ended_at == MONDAY
    assert not young_people(actor=ines).exists()
    assert list(young_people(actor=mo)) == [yara]
    assert not young_people(actor=mo).current().exists()
    assert AuditEvent.objects.get().verb == "support.end_record"


def test_what_was_planned_from_that_day_on_is_cancelled_and_says_why(mo: Actor, yara: YoungPerson) -> None:
    with clock.held_at(MONDAY):
        before = factories.meeting(yara, at=MONDAY - timedelta(days=4))
        same_day, later = factories.meeting(yara, at=MONDAY - timedelta(days=3)), factories.meeting(yara)
        end(mo, yara, on_date=date(2026, 5, 1))

    endings = dict(Meeting.objects.values_list("pk", "ending"))
    assert endings == {before.pk: "", same_day.pk: MeetingEnding.CANCELLED, later.pk: MeetingEnding.CANCELLED}
    later.refresh_from_db()
    assert (later.reason, later.ended_by_id) == ("The record ended.", mo.user_id)


def test_invitation_works_no_more(mo: Actor, council: Authority) -> None:
    new = factories.young_person(council, with_user=False)
    invite_young_person(actor=mo, young_person_id=new.pk, name="New", email="new@example.org")
    end(mo, new)

    with pytest.raises(InvitationOver):
        accept_invitation(token=Invitation.objects.get().pk)
    with pytest.raises(NotAllowed):
        invite_young_person(actor=mo, young_person_id=new.pk, name="New", email="new@example.org")


def test_nobody_plans_with_or_allocates_whose_record_has_ended(mo: Actor, ines: Actor, yara: YoungPerson) -> None:
    end(mo, yara)

    with pytest.raises(NotAllowed):
        plan_meeting(actor=mo, young_person_id=yara.pk, at=clock.now() + timedelta(days=1), way="call")  # type: ignore[arg-type]
    assert ines.user_id is not None
    with pytest.raises(NotAllowed):
        allocate(actor=mo, young_person_id=yara.pk, adviser_id=ines.user_id)


def test_whoever_died_cannot_be_signed_in_as_until_it_was_a_mistake(mo: Actor, yara: YoungPerson) -> None:
    assert yara.user is not None
    end(mo, yara, EndReason.DIED)
    assert user_with_roles(yara.user.pk) is None
    assert actor_signing_in(yara.user.pk) is None

    reopen_record(actor=mo, young_person_id=yara.pk, words="It was somebody else.")

    assert actor_signing_in(yara.user.pk) is not None
    row = RecordEnd.objects.get()
    assert (row.reopened_by_id, row.reopen_words, row.came_back) == (mo.user_id, "It was somebody else.", False)
    yara.refresh_from_db()
    assert yara.ended_date is None


def test_whoever_moved_still_signs_in(mo: Actor, yara: YoungPerson) -> None:
    end(mo, yara)

    assert yara.user is not None
    assert actor_signing_in(yara.user.pk) is not None


def test_a_death_is_said_twice(mo: Actor, yara: YoungPerson) -> None:
    with pytest.raises(NotAllowed):
        end(mo, yara, EndReason.DIED, is_certain=False)


@pytest.mark.parametrize("reason", EndReason)
def test_manager_ends_for_every_reason_and_an_adviser_only_at_25(
    reason: EndReason, mo: Actor, ines: Actor, yara: YoungPerson
) -> None:
    assert can_end(mo, yara, reason)
    assert can_end(ines, yara, reason) == (reason == EndReason.DONE_AT_25)
    assert not can_end(factories.actor(yara), yara, reason)
    elsewhere = factories.actor(factories.manager(factories.authority()))
    assert not can_end(elsewhere, yara, reason)


def test_adviser_who_ended_it_no_longer_sees_it(ines: Actor, yara: YoungPerson) -> None:
    YoungPerson.objects.update(birth_date=date(2000, 1, 1))

    end(ines, yara, EndReason.DONE_AT_25)

    assert not young_people(actor=ines).exists()
    with pytest.raises(NotVisible):
        end(ines, yara, EndReason.DONE_AT_25)


@pytest.mark.parametrize(
    ("reason", "day", "may_be"),
    [
        (EndReason.DONE_AT_25, date(2025, 2, 28), False),  # born on 29 February: 25 on 1 March
        (EndReason.DONE_AT_25, date(2025, 3, 1), True),
        (EndReason.MOVED, date(2025, 2, 28), True),
        (EndReason.MOVED, date(2026, 5, 4), True),
        (EndReason.MOVED, date(2026, 5, 5), False),
        (EndReason.DIED, date(2000, 2, 28), False),
    ],
)
def test_day_of_an_end(reason: EndReason, day: date, may_be: bool, council: Authority) -> None:
    person = factories.young_person(council, birth_date=date(2000, 2, 29))

    with clock.held_at(MONDAY):
        assert can_end_on(day, person, reason) == may_be


def test_it_does_not_end_while_they_do_not_feel_safe_unless_they_died(mo: Actor, yara: YoungPerson) -> None:
    factories.ask(yara, kind=AskKind.NOT_SAFE)

    with pytest.raises(StillOpen):
        end(mo, yara)
    assert not RecordEnd.objects.exists()

    end(mo, yara, EndReason.DIED)
    assert RecordEnd.objects.get().reason == EndReason.DIED


def test_second_end_finds_the_first_but_for_a_death(mo: Actor, yara: YoungPerson) -> None:
    first = end(mo, yara)
    with pytest.raises(StaleEdit) as stale:
        end(mo, yara, EndReason.DOES_NOT_WANT_US)
    assert stale.value.current == first

    end(mo, yara, EndReason.DIED)

    first.refresh_from_db()
    assert (first.reopened_at is not None, first.reopen_words) == (True, "They have died since.")
    assert RecordEnd.objects.get(reopened_at=None).reason == EndReason.DIED
    assert yara.user is not None
    assert actor_signing_in(yara.user.pk) is None


def test_only_a_manager_opens_it_again_and_says_why(mo: Actor, ines: Actor, yara: YoungPerson) -> None:
    with pytest.raises(NotVisible):
        reopen_record(actor=mo, young_person_id=yara.pk, words="It never ended")
    end(mo, yara)
    elsewhere = factories.actor(factories.manager(factories.authority()))
    for nobody in (ines, elsewhere, factories.actor(yara)):
        with pytest.raises(NotVisible):
            reopen_record(actor=nobody, young_person_id=yara.pk, words="No")
    with pytest.raises(NotAllowed):
        reopen_record(actor=mo, young_person_id=yara.pk, words=" ")

    reopen_record(actor=mo, young_person_id=yara.pk, words="Wrong person")
    end(mo, yara)

    assert RecordEnd.objects.count() == 2
