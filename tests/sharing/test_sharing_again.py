"""An answer that is shared, kept private, and shared again."""

from datetime import timedelta

import pytest

from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.sharing.actions import share_area
from ownpath.surveys.coming_back import waiting
from ownpath.surveys.enums import Sharing
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def yara() -> YoungPerson:
    factories.pack()
    yara = factories.young_person(factories.authority())
    factories.allocate(yara, factories.adviser(yara.authority))
    ago = clock.now() - timedelta(days=3)
    factories.answer(factories.response(yara, sent_at=ago), "home", now=1, shared_at=ago)
    return yara


def share(yara: YoungPerson, sharing: Sharing) -> None:
    share_area(actor=factories.actor(yara), area="home", sharing=sharing)


def come_back_to(yara: YoungPerson) -> None:
    """Her adviser opens what is shared, and then speaks with her."""
    adviser = yara.allocation_rows.get().adviser
    factories.answer_reading(yara, adviser, read_at=clock.now() - timedelta(minutes=5))
    factories.contact(yara, at=clock.now(), recorded_by=adviser)


def test_what_was_read_of_the_rest_meanwhile_does_not_count(yara: YoungPerson) -> None:
    share(yara, Sharing.PRIVATE)
    come_back_to(yara)
    with clock.held_at(clock.now() + timedelta(minutes=9)):
        share(yara, Sharing.SHARED)

    assert waiting().count() == 1


def test_what_somebody_came_back_to_does_not_become_new(yara: YoungPerson) -> None:
    come_back_to(yara)
    share(yara, Sharing.PRIVATE)
    with clock.held_at(clock.now() + timedelta(minutes=9)):
        share(yara, Sharing.SHARED)

    assert waiting().count() == 0
