from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from ownpath.core.actor import Actor, system
from ownpath.core.clock import held_at
from ownpath.organisations.models import Authority
from ownpath.people.models import CarePeriod, Observation, YoungPerson
from ownpath.returns.actions import import_return
from ownpath.returns.ssda903.changes import Changes
from ownpath.returns.ssda903.findings import Table
from tests import factories

from .made import child, episode, files, leaver, read

type Import = Callable[..., Changes]
type Run = Callable[..., str]

HEADER = [child(), child("2"), child("3", "10/06/2015")]
EPISODES = [
    episode("1", ended="01/05/2025", reason="E8"),
    episode("2", reason="X1"),
    episode("3", status="C9"),
    episode("3", began="01/06/2025"),
]
OC3 = [leaver(), leaver("2", place="S1"), '"1,2']


@pytest.fixture
def council(db: None) -> Authority:
    return factories.authority(code="test-council")


@pytest.fixture
def importer(council: Authority) -> Actor:
    return system(council.pk)


@pytest.fixture
def take_in(tmp_path: Path, importer: Actor) -> Import:
    """Import rows for the council."""

    def run(*rows: list[str], actor: Actor = importer, **options: object) -> Changes:
        return import_return(actor=actor, files=read(tmp_path, *rows, **options))  # type: ignore[arg-type]

    return run


@pytest.fixture
def in_november() -> Iterator[None]:
    """The year that has ended last is that of the files."""
    with held_at(datetime(2026, 11, 30, 12, tzinfo=UTC)):
        yield


@pytest.fixture
def run(tmp_path: Path, council: Authority, in_november: None) -> Run:
    """Run the command on the files above, or on others; what it printed comes back."""

    def command(*options: str, authority: str = council.code, **paths: Path) -> str:
        given = files(tmp_path, HEADER, EPISODES, OC3) | {Table(name): path for name, path in paths.items()}
        named = [f"--{table}={path}" for table, path in given.items()]
        printed = StringIO()
        try:
            call_command("import_ssda903", f"--authority={authority}", *named, *options, stdout=printed)
        except CommandError as refused:
            refused.printed = printed.getvalue()  # type: ignore[attr-defined]
            raise
        return printed.getvalue()

    return command


def counts() -> list[int]:
    return [model.objects.count() for model in (YoungPerson, CarePeriod, Observation)]
