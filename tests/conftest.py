"""What every test has: the database open to the test itself, a held network, and the personas' rows when asked for."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

from ownpath.organisations import row_security
from tests.client import Client

# No test is about time: a busy machine is slow, not wrong.
settings.register_profile("ownpath", deadline=None)
settings.load_profile("ownpath")


@pytest.fixture(autouse=True)
def _rows_of_all_authorities(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test arranges rows for several authorities; what it asks of the product is scoped by the product."""
    fixtures = {"db", "transactional_db", "live_server", "client"} & set(request.fixturenames)
    if not fixtures and request.node.get_closest_marker("django_db") is None:
        yield
        return
    request.getfixturevalue("transactional_db" if {"transactional_db", "live_server"} & fixtures else "db")
    with row_security.everything(reason="The test arranges its own rows."):
        yield


@pytest.fixture
def client() -> Client:
    """A browser, nobody signed in. Looking at a page through it must change nothing."""
    return Client()
