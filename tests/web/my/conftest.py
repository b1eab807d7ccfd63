from datetime import timedelta

import pytest

from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.surveys.models import Response
from tests import factories
from tests.client import Client


@pytest.fixture
def yara() -> YoungPerson:
    """A young person of an authority with a survey, and with an adviser."""
    factories.pack()
    council = factories.authority(help_now_name="The night line", help_now_phone="01632 960 111")
    whom = factories.young_person(council)
    factories.allocate(whom, factories.adviser(council, phone="07700 900 123"))
    return whom


@pytest.fixture
def phone(client: Client, yara: YoungPerson) -> Client:
    """Her phone, on which she is signed in."""
    assert yara.user is not None
    client.force_login(yara.user)
    return client


@pytest.fixture
def draft(yara: YoungPerson) -> Response:
    """She has begun to answer."""
    return factories.response(yara, sent_at=None)


@pytest.fixture
def sent(yara: YoungPerson) -> Response:
    """She answered half a year ago."""
    return factories.response(yara, sent_at=clock.now() - timedelta(days=183))
