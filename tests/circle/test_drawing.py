from datetime import UTC, date, datetime, timedelta

import pytest

from ownpath.circle import actions, queries
from ownpath.circle.actions import Drawn
from ownpath.circle.enums import Ring
from ownpath.circle.models import Connection
from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.actor import Actor
from ownpath.core.models import AuditEvent
from ownpath.core.versions import StaleEdit
from ownpath.people.models import YoungPerson
from tests import factories

NOW = datetime(2026, 5, 3, 12, tzinfo=UTC)
A_YEAR_AGO = NOW - timedelta(days=365)
MIMI = Drawn("Mimi", Ring.CLOSE, feel="good")


def names(actor: Actor, on: date | None = None) -> list[tuple[str, int]]:
    return [(one.name, one.ring) for one in queries.my_people(actor=actor, on=on).people]


def change(actor: Actor, who: Connection, drawn: Drawn, version: int = 1, *, is_left_out: bool = False) -> Connection:
    return actions.change_connection(
        actor=actor, connection_id=who.who, drawn=drawn, is_left_out=is_left_out, version=version
    )


def test_somebody_is_put_on_the_map_with_a_name_and_a_place_alone(her: Actor) -> None:
    row = actions.add_connection(actor=her, drawn=Drawn("  Mimi ", Ring.AROUND))

    assert (row.name, row.ring, row.kind, row.feel, row.at_night, row.wish) == ("Mimi", Ring.AROUND, "", "", "", "")
    assert AuditEvent.objects.get(verb="circle.add_connection").young_person_id == her.young_person_id


@pytest.mark.parametrize("name", ["", "   "])
def test_nobody_without_a_name(her: Actor, name: str) -> None:
    with pytest.raises(NotAllowed):
        actions.add_connection(actor=her, drawn=Drawn(name, Ring.CLOSE))

    assert not Connection.objects.exists()


def test_the_map_remembers_how_it_was(her: Actor) -> None:
    with clock.held_at(A_YEAR_AGO):
        mimi = actions.add_connection(actor=her, drawn=MIMI)
        actions.add_connection(actor=her, drawn=Drawn("Dev", Ring.CLOSE))
    with clock.held_at(NOW - timedelta(days=100)):
        actions.move_connection(actor=her, connection_id=mimi.who, ring=Ring.FURTHER)
    with clock.held_at(NOW - timedelta(days=50)):
        actions.take_off(actor=her, connection_id=mimi.who)
    with clock.held_at(NOW):
        assert names(her) == [("Dev", 1)]
        assert names(her, date(2026, 2, 1)) == [("Mimi", 3), ("Dev", 1)]
        assert names(her, date(2026, 1, 1)) == [("Mimi", 1), ("Dev", 1)]
        assert names(her, date(2025, 5, 3)) == [("Mimi", 1), ("Dev", 1)]
        assert names(her, date(2025, 5, 2)) == []
        assert queries.my_people(actor=her).began == date(2025, 5, 3)


def test_a_day_is_a_day_in_london(her: Actor) -> None:
    with clock.held_at(datetime(2026, 5, 2, 23, 30, tzinfo=UTC)):  # half past midnight on the third
        actions.add_connection(actor=her, drawn=MIMI)

    assert names(her, date(2026, 5, 2)) == []
    assert names(her, date(2026, 5, 3)) == [("Mimi", 1)]


def test_somebody_can_be_removed_as_if_they_had_never_been_there(her: Actor) -> None:
    with clock.held_at(A_YEAR_AGO):
        mimi = actions.add_connection(actor=her, drawn=MIMI)
    actions.move_connection(actor=her, connection_id=mimi.who, ring=Ring.FURTHER)
    actions.take_off(actor=her, connection_id=mimi.who)
    actions.forget_connection(actor=her, connection_id=mimi.who)

    assert not Connection.objects.exists()
    event = AuditEvent.objects.get(verb="circle.forget_connection")
    assert (event.thing, event.thing_id) == ("", None)


def test_the_same_press_twice_changes_nothing(her: Actor) -> None:
    mimi = actions.add_connection(actor=her, drawn=MIMI)
    for _ in range(2):
        actions.move_connection(actor=her, connection_id=mimi.who, ring=Ring.FURTHER)
    assert [row.ring for row in Connection.objects.order_by("version")] == [1, 3]
    for _ in range(2):
        gone = actions.take_off(actor=her, connection_id=mimi.who)
        assert gone.ended_at == Connection.objects.get(version=2).ended_at


def test_second_phone_is_told_and_the_same_words_are_no_conflict(her: Actor) -> None:
    mimi = actions.add_connection(actor=her, drawn=MIMI)
    further = Drawn("Mimi", Ring.FURTHER)
    change(her, mimi, further)
    change(her, mimi, further)

    with pytest.raises(StaleEdit) as stale:
        change(her, mimi, Drawn("Mimi", Ring.AROUND))

    assert stale.value.current.ring == Ring.FURTHER
    assert names(her) == [("Mimi", 3)]
    change(her, mimi, Drawn("Mimi", Ring.AROUND), version=2)
    assert names(her) == [("Mimi", 2)]


def test_leaving_somebody_out_is_no_change_of_the_map(her: Actor) -> None:
    mimi = actions.add_connection(actor=her, drawn=MIMI)

    row = change(her, mimi, MIMI, is_left_out=True)

    assert (row.version, row.is_left_out) == (1, True)
    moved = actions.move_connection(actor=her, connection_id=mimi.who, ring=Ring.AROUND)
    assert (moved.version, moved.is_left_out) == (2, True)


def test_nobody_else_draws(her: Actor, ines: Actor, yara: YoungPerson) -> None:
    mimi = actions.add_connection(actor=her, drawn=MIMI)
    actions.share_map(actor=her)
    other = factories.actor(factories.young_person(yara.authority, "Zane Notreal"))
    refused = {ines: NotAllowed, other: NotVisible}

    for actor, refusal in refused.items():
        with pytest.raises(refusal):
            change(actor, mimi, Drawn("Taken", Ring.FURTHER))
        with pytest.raises(refusal):
            actions.move_connection(actor=actor, connection_id=mimi.who, ring=Ring.FURTHER)
        with pytest.raises(refusal):
            actions.take_off(actor=actor, connection_id=mimi.who)
        with pytest.raises(refusal):
            actions.forget_connection(actor=actor, connection_id=mimi.who)
    for press in (actions.share_map, actions.stop_sharing_map):
        with pytest.raises(NotAllowed):
            press(actor=ines)
    assert names(her) == [("Mimi", 1)]


def test_my_adviser_is_offered_until_they_stand_on_the_map(her: Actor) -> None:
    assert queries.my_people(actor=her).adviser == "Ines Invented"

    actions.add_connection(actor=her, drawn=Drawn("Ines Invented", Ring.AROUND, kind="worker"))

    assert queries.my_people(actor=her).adviser == ""
