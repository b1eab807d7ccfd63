from collections.abc import Callable
from pathlib import Path

import pytest

from ownpath.core.actor import Actor, system
from ownpath.organisations.models import Authority
from ownpath.returns.actions import import_return
from ownpath.returns.ssda903.changes import Changes
from tests import factories

from .made import read

type Import = Callable[..., Changes]


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
