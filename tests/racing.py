"""Saves that really happen at the same moment, each on a connection of its own. On SQLite that needs a file."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection, connections

from ownpath.core.actor import Actor
from ownpath.core.versions import StaleEdit
from ownpath.organisations import row_security


@pytest.fixture
def shared_database(transactional_db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A database that several connections can write to: on SQLite a copy of the test's own, in a file."""
    if connection.vendor != "sqlite":
        yield
        return
    file = tmp_path / "shared.sqlite3"
    connection.ensure_connection()
    connection.cursor().execute("VACUUM INTO %s", [str(file)])
    monkeypatch.setitem(connections.settings, "default", connection.settings_dict | {"NAME": str(file)})
    in_memory = connections["default"]
    connections["default"] = connections.create_connection("default")
    yield
    connections["default"].close()
    connections["default"] = in_memory


def at_once(
    *saves: tuple[Actor, Callable[[], object]], refusals: tuple[type[Exception], ...] = (StaleEdit,)
) -> list[object]:
    """Run each save in a thread of its own, as its actor, all let go together; what each gave back, or with which of
    the `refusals` it was turned away.
    """
    barrier = Barrier(len(saves))

    def run(save: tuple[Actor, Callable[[], object]]) -> object:
        actor, act = save
        try:
            with row_security.only(actor.authority_id):
                barrier.wait()
                return act()
        except refusals as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(saves)) as pool:
        return list(pool.map(run, saves))
