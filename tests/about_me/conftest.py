import pytest

from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from tests import factories


@pytest.fixture
def yara(db: None) -> YoungPerson:
    whom = factories.young_person(factories.authority())
    factories.allocate(whom, factories.adviser(whom.authority))
    return whom


@pytest.fixture
def her(yara: YoungPerson) -> Actor:
    return factories.actor(yara)


@pytest.fixture
def ines(yara: YoungPerson) -> Actor:
    return factories.actor(yara.allocation_rows.get().adviser)
