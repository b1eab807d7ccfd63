"""What every test has: the database open to the test itself, a held network, and the personas' rows when asked for."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import settings
from pytest_django import Settings

from ownpath.organisations import row_security
from tests import pseudo
from tests.client import Client

# No test is about time: a busy machine is slow, not wrong.
settings.register_profile("ownpath", deadline=None)
settings.load_profile("ownpath")


OPENS_THE_DATABASE = {"db", "transactional_db", "live_server", "client"}


def pytest_configure(config: pytest.Config) -> None:
    """The catalogues of languages, as they are now; workers find them made."""
    if not hasattr(config, "workerinput"):
        subprocess.run([config.rootpath / "scripts/compile-messages"], check=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that opens no database need not run on both."""
    for item in items:
        if not _opens_the_database(item):
            item.add_marker(pytest.mark.any_database)


def _opens_the_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(fixtures & OPENS_THE_DATABASE) or item.get_closest_marker("django_db") is not None


@pytest.fixture(autouse=True)
def _rows_of_all_authorities(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test arranges rows for several authorities; what it asks of the product is scoped by the product."""
    if not _opens_the_database(request.node):
        yield
        return
    is_open_to_others = {"transactional_db", "live_server"} & set(request.fixturenames)
    request.getfixturevalue("transactional_db" if is_open_to_others else "db")
    with row_security.everything(reason="The test arranges its own rows."):
        yield


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """A page leaves its language behind; the next test begins in English."""
    yield
    translation.deactivate()


@pytest.fixture
def client() -> Client:
    """A browser, nobody signed in. Looking at a page through it must change nothing."""
    return Client()


@pytest.fixture(scope="session")
def _pseudo_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("locale")
    pseudo.write(folder)
    return folder


@pytest.fixture
def speaks_pseudo(settings: Settings, _pseudo_catalogue: Path) -> None:
    """The product also speaks the language that nobody speaks (see tests/pseudo.py)."""
    settings.LANGUAGES = [*settings.LANGUAGES, (pseudo.CODE, "Ṕśééúúḋóó")]
    settings.LOCALE_PATHS = [*settings.LOCALE_PATHS, _pseudo_catalogue]
