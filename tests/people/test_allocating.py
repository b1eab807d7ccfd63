from datetime import UTC, datetime

import pytest

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.actor import Actor
from ownpath.core.models import AuditEvent
from ownpath.core.versions import StaleEdit
from ownpath.organisations.models import Authority
from ownpath.people.actions import allocate, allocate_several
from ownpath.people.models import Allocation, YoungPerson
from ownpath.people.queries import Placement, placements, unallocated, young_people
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
def ines(council: Authority) -> User:
    return factories.adviser(council)


@pytest.fixture
def yara(council: Authority) -> YoungPerson:
    return factories.young_person(council)


def test_manager_gives_somebody_an_adviser_who_then_sees_them(mo: Actor, ines: User, yara: YoungPerson) -> None:
    made = allocate(actor=mo, young_person_id=yara.pk, adviser_id=ines.pk)

    assert list(young_people(actor=factories.actor(ines))) == [yara]
    assert (made.ended_at, made.allocated_by_id) == (None, mo.user_id)
    assert AuditEvent.objects.get().verb == "people.allocate"


def test_another_adviser_ends_the_old_row_and_begins_a_new_one(
    council: Authority, mo: Actor, ines: User, yara: YoungPerson
) -> None:
    other = factories.adviser(council, "Ola Other")
    allocate(actor=mo, young_person_id=yara.pk, adviser_id=ines.pk)

    with clock.held_at(MONDAY):
        allocate(actor=mo, young_person_id=yara.pk, adviser_id=other.pk, instead_of=ines.pk)

    rows = Allocation.objects.order_by("pk").values_list("adviser", "ended_at")
    assert list(rows) == [(ines.pk, MONDAY), (other.pk, None)]
    assert Allocation.objects.get(adviser=other).began_at == MONDAY
    assert not young_people(actor=factories.actor(ines)).exists()


def test_same_adviser_again_changes_nothing(mo: Actor, ines: User, yara: YoungPerson) -> None:
    first = allocate(actor=mo, young_person_id=yara.pk, adviser_id=ines.pk)

    assert allocate(actor=mo, young_person_id=yara.pk, adviser_id=ines.pk, instead_of=ines.pk) == first
    assert Allocation.objects.count() == 1


def test_second_manager_does_not_silently_replace_what_the_first_just_did(
    council: Authority, mo: Actor, ines: User, yara: YoungPerson
) -> None:
    other = factories.adviser(council)
    first = allocate(actor=mo, young_person_id=yara.pk, adviser_id=ines.pk)

    with pytest.raises(StaleEdit) as stale:
        allocate(actor=mo, young_person_id=yara.pk, adviser_id=other.pk)

    assert stale.value.current == first
    assert list(Allocation.objects.values_list("adviser", "ended_at")) == [(ines.pk, None)]


def test_several_at_a_time_or_nobody(council: Authority, mo: Actor, ines: User, yara: YoungPerson) -> None:
    free = [factories.young_person(council) for _ in range(3)]
    factories.allocate(yara, factories.adviser(council))

    with pytest.raises(StaleEdit):
        allocate_several(actor=mo, young_person_ids=[free[0].pk, yara.pk], adviser_id=ines.pk)
    assert set(unallocated(actor=mo)) == set(free)

    allocate_several(actor=mo, young_person_ids=[free[0].pk, free[1].pk, free[0].pk], adviser_id=ines.pk)
    assert list(unallocated(actor=mo)) == [free[2]]
    assert set(young_people(actor=factories.actor(ines))) == set(free[:2])


def test_only_an_adviser_who_works_here_now_can_be_given(council: Authority, mo: Actor, yara: YoungPerson) -> None:
    elsewhere = factories.adviser(factories.authority())
    gone = factories.adviser(council, ended_at=clock.now())

    for nobody in (elsewhere, gone, factories.manager(council)):
        with pytest.raises(NotVisible):
            allocate(actor=mo, young_person_id=yara.pk, adviser_id=nobody.pk)
    assert not Allocation.objects.exists()


def test_only_a_manager_allocates_and_only_within_the_authority(
    council: Authority, ines: User, yara: YoungPerson
) -> None:
    factories.allocate(yara, ines)
    other = factories.adviser(council)
    refused = {ines: NotAllowed, other: NotVisible, factories.manager(factories.authority()): NotVisible}

    for who, refusal in refused.items():
        with pytest.raises(refusal):
            allocate(actor=factories.actor(who), young_person_id=yara.pk, adviser_id=other.pk, instead_of=ines.pk)
    assert list(Allocation.objects.values_list("adviser", flat=True)) == [ines.pk]


def test_placements_say_who_is_whose_adviser_now(council: Authority, mo: Actor, yara: YoungPerson) -> None:
    team = factories.team(council)
    ola = factories.adviser(council, "Ola Other", team=team)
    factories.allocate(yara, factories.adviser(council), ended_at=clock.now())
    factories.allocate(yara, ola)
    factories.young_person(council)
    elsewhere = factories.young_person(factories.authority())
    factories.allocate(elsewhere, factories.adviser(elsewhere.authority))

    assert placements(actor=mo) == {yara.pk: Placement(ola.pk, "Ola Other", team.pk, team.name)}


def test_unallocated_are_those_without_an_adviser_now_by_name_and_then_by_number(
    council: Authority, mo: Actor, ines: User, yara: YoungPerson
) -> None:
    second, first = (factories.young_person(council, "", with_user=False, child_id=number) for number in ("B2", "A1"))
    former = factories.young_person(council, "Zed Formerly")
    factories.allocate(former, ines, ended_at=clock.now())
    factories.allocate(yara, ines)
    factories.young_person(factories.authority())

    assert list(unallocated(actor=mo)) == [former, first, second]
    assert list(unallocated(actor=factories.actor(ines))) == []
