"""A status in law that somebody's age excludes is asked about, and looked at again on the record."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from ownpath.core import clock
from ownpath.people.actions import StatusExcluded, set_details
from ownpath.people.enums import CareLeaverStatus, ObservationKind, Source
from ownpath.people.models import CarePeriod, Observation, YoungPerson
from ownpath.people.queries import facts_of, status_of
from ownpath.people.status import fits_age
from tests import factories

ELIGIBLE, RELEVANT = CareLeaverStatus.ELIGIBLE, CareLeaverStatus.RELEVANT
FORMER, QUALIFYING = CareLeaverStatus.FORMER_RELEVANT, CareLeaverStatus.QUALIFYING


@pytest.mark.parametrize(
    ("age", "allowed"),
    [
        (15, []),
        (16, [ELIGIBLE, RELEVANT, QUALIFYING]),
        (17, [ELIGIBLE, RELEVANT, QUALIFYING]),
        (18, [FORMER, QUALIFYING]),
        (25, [FORMER, QUALIFYING]),
    ],
)
def test_each_age_allows_these(age: int, allowed: list[CareLeaverStatus]) -> None:
    assert [status for status in CareLeaverStatus if fits_age(status, age)] == allowed


def save(who: object, person: YoungPerson, status: str, *, is_checked: bool = False) -> None:
    set_details(
        actor=factories.actor(who),  # type: ignore[arg-type]
        young_person_id=person.pk,
        name="Kacey Notreal",
        email="",
        phone="",
        contact_every_days=None,
        status=status,
        version=YoungPerson.objects.get(pk=person.pk).version,
        is_status_checked=is_checked,
    )


@pytest.mark.django_db
def test_a_status_that_the_age_excludes_is_saved_only_when_somebody_says_so() -> None:
    with clock.held_at(datetime(2026, 5, 4, 12, tzinfo=ZoneInfo("Europe/London"))):
        kacey = factories.young_person(factories.authority(), "Kacey Notreal", birth_date=date(2007, 5, 4))
        mo = factories.manager(kacey.authority)

        with pytest.raises(StatusExcluded) as excluded:
            save(mo, kacey, ELIGIBLE)
        assert (excluded.value.status, excluded.value.age) == (ELIGIBLE, 19)
        assert status_of(actor=factories.actor(mo), young_person_id=kacey.pk) is None

        save(mo, kacey, ELIGIBLE, is_checked=True)
        assert status_of(actor=factories.actor(mo), young_person_id=kacey.pk) == ELIGIBLE
        save(mo, kacey, ELIGIBLE)  # the same again asks nothing
        facts = facts_of(actor=factories.actor(mo), young_person_id=kacey.pk)
        assert [row.code for row in facts.latest] == [ELIGIBLE]
        assert (facts.no_longer_fits(19), facts.no_longer_fits(17)) == (True, False)


@pytest.mark.django_db
def test_facts_are_the_newest_of_each_kind_for_those_who_may_see_them() -> None:
    yara = factories.young_person(factories.authority())
    at = {"authority_id": yara.authority_id, "young_person": yara, "source": Source.RETURN_FILE}
    for day, code in ((1, "F2"), (3, "G5"), (2, "P1")):
        Observation.objects.create(kind=ObservationKind.ACTIVITY, code=code, on_date=date(2026, 5, day), **at)
    Observation.objects.create(kind=ObservationKind.IN_TOUCH, code="YES", on_date=date(2026, 5, 1), **at)
    CarePeriod.objects.create(began_date=date(2020, 1, 1), **at)
    mo, mia = factories.manager(yara.authority), factories.manager(factories.authority())

    facts = facts_of(actor=factories.actor(mo), young_person_id=yara.pk)
    others = facts_of(actor=factories.actor(mia), young_person_id=yara.pk)

    assert [row.code for row in facts.latest] == ["YES", "G5"]
    assert len(facts.care) == 1
    assert (others.latest, others.care) == ([], [])
