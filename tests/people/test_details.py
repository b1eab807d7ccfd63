from datetime import timedelta
from typing import Any

import pytest

from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.versions import StaleEdit
from ownpath.people.actions import set_details
from ownpath.people.enums import CareLeaverStatus
from ownpath.people.models import Observation, YoungPerson
from ownpath.people.queries import status_of
from tests import factories

pytestmark = pytest.mark.django_db

DETAILS: dict[str, Any] = {
    "name": "Yaz",
    "email": "Yaz@Example.org",
    "phone": "01632 960 001",
    "contact_every_days": 28,
    "status": "",
}


def test_somebody_from_a_return_file_gets_a_name_and_a_way_to_be_reached() -> None:
    council = factories.authority()
    imported = factories.young_person(council, "", with_user=False, child_id="A1")

    set_details(actor=factories.actor(factories.manager(council)), young_person_id=imported.pk, version=1, **DETAILS)

    imported.refresh_from_db()
    assert (imported.name, imported.email, imported.phone) == ("Yaz", "yaz@example.org", "01632 960 001")
    assert (imported.contact_every_days, imported.version) == (28, 2)


def test_their_own_pages_call_them_by_the_same_name_and_they_sign_in_as_before() -> None:
    council = factories.authority()
    yara, ines = factories.young_person(council), factories.adviser(council)
    factories.allocate(yara, ines)
    assert yara.user is not None
    address = yara.user.email

    set_details(actor=factories.actor(ines), young_person_id=yara.pk, version=1, **DETAILS)

    yara.user.refresh_from_db()
    assert (yara.user.name, yara.user.email) == ("Yaz", address)


def test_status_in_law_is_kept_with_its_day_and_by_whom() -> None:
    council = factories.authority()
    yara, ines = factories.young_person(council), factories.adviser(council)
    factories.allocate(yara, ines)
    factories.status(yara, CareLeaverStatus.RELEVANT, on_date=clock.today() - timedelta(days=300))
    actor = factories.actor(ines)

    for version, status in enumerate(("", "relevant", "qualifying", "former_relevant", ""), start=1):
        set_details(actor=actor, young_person_id=yara.pk, version=version, **DETAILS | {"status": status})

    kept = Observation.objects.order_by("on_date").values_list("code", "on_date", "recorded_by")
    assert list(kept)[1:] == [("former_relevant", clock.today(), ines.pk)]
    assert kept[0][0] == "relevant"
    for who in (ines, yara):
        found = status_of(actor=factories.actor(who), young_person_id=yara.pk)
        assert found == CareLeaverStatus.FORMER_RELEVANT
    stranger = factories.actor(factories.manager(factories.authority()))
    assert status_of(actor=stranger, young_person_id=yara.pk) is None


def test_second_of_two_edits_is_told_and_changes_nothing() -> None:
    council = factories.authority()
    yara, mo = factories.young_person(council), factories.actor(factories.manager(council))
    set_details(actor=mo, young_person_id=yara.pk, version=1, **DETAILS)

    with pytest.raises(StaleEdit) as stale:
        set_details(actor=mo, young_person_id=yara.pk, version=1, **DETAILS | {"name": "Yasmin"})

    assert stale.value.current.name == "Yaz"
    assert YoungPerson.objects.get().name == "Yaz"


def test_who_may_not_see_somebody_cannot_change_their_details_nor_can_they_themselves() -> None:
    council = factories.authority()
    yara, former = factories.young_person(council), factories.adviser(council)
    factories.allocate(yara, former, ended_at=clock.now())
    refused = {former: NotVisible, factories.manager(factories.authority()): NotVisible, yara: NotAllowed}

    for who, refusal in refused.items():
        with pytest.raises(refusal):
            set_details(actor=factories.actor(who), young_person_id=yara.pk, version=1, **DETAILS)
    assert YoungPerson.objects.get(pk=yara.pk).name == "Yara Notreal"
