import pytest
from django.core.management import CommandError, call_command

from ownpath.core.actor import Actor
from ownpath.organisations import due
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _only_what_a_test_declares(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(due, "_declared", [])


def test_due_work_is_done_as_the_system_at_each_authority() -> None:
    here, there = factories.authority(), factories.authority()
    seen: list[Actor] = []

    @due.due_work
    def look(*, actor: Actor) -> None:
        seen.append(actor)

    call_command("do_due_work")

    assert [actor.authority_id for actor in seen] == sorted([here.pk, there.pk])
    assert all(actor.is_system for actor in seen)


def test_work_that_fails_stops_no_other_and_its_words_reach_no_log(caplog: pytest.LogCaptureFixture) -> None:
    factories.authority()
    done: list[str] = []

    @due.due_work
    def breaks(*, actor: Actor) -> None:
        raise ValueError("Yara Secretwords")

    @due.due_work
    def works(*, actor: Actor) -> None:
        done.append("done")

    with pytest.raises(CommandError, match="1 pieces of work failed"):
        call_command("do_due_work")

    assert done == ["done"]
    assert caplog.messages == ["breaks failed and will be tried again."]
    assert "Secretwords" not in caplog.text
