import pytest

from ownpath.attention.queries import reasons_for, record
from ownpath.core import clock
from ownpath.core.access import NotVisible
from tests import factories

pytestmark = pytest.mark.django_db


def test_record_shows_adviser_reasons_and_contacts() -> None:
    council = factories.authority()
    yara, ines = factories.young_person(council), factories.adviser(council, phone="01632 960 002")
    factories.allocate(yara, factories.adviser(council), ended_at=clock.now())
    factories.allocate(yara, ines)
    spoke = factories.contact(yara)
    factories.ask(yara)
    actor = factories.actor(ines)

    found = record(actor=actor, young_person_id=yara.pk)

    assert found.young_person == yara
    assert found.allocation is not None
    assert (found.allocation.adviser, found.allocation.adviser.membership.phone) == (ines, "01632 960 002")
    assert found.reasons == reasons_for(actor=actor, young_person_id=yara.pk) != []
    assert found.contacts == [spoke]


def test_record_without_an_adviser_says_so_and_is_not_there_for_others() -> None:
    council = factories.authority()
    yara = factories.young_person(council)

    assert record(actor=factories.actor(factories.manager(council)), young_person_id=yara.pk).allocation is None
    for stranger in (factories.adviser(council), factories.manager(factories.authority())):
        with pytest.raises(NotVisible):
            record(actor=factories.actor(stranger), young_person_id=yara.pk)
