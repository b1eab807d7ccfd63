from uuid import UUID

import pytest

from ownpath.circle import actions, queries
from ownpath.circle.enums import AtNight, Ring, Wish
from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from tests import factories


def read(actor: Actor, yara: YoungPerson) -> list[str]:
    return [one.name for one in queries.shared_map(actor=actor, young_person_id=yara.pk).people]


def is_hidden(actor: Actor, yara: YoungPerson, who: UUID) -> bool:
    with pytest.raises(NotVisible):
        queries.shared_map(actor=actor, young_person_id=yara.pk)
    with pytest.raises(NotVisible):
        queries.readable_connection(actor=actor, young_person_id=yara.pk, connection_id=who)
    return not queries.is_shared(actor=actor, young_person_id=yara.pk)


def test_a_map_is_nobody_elses_until_it_is_shared_and_again_afterwards(
    her: Actor, ines: Actor, yara: YoungPerson
) -> None:
    mimi = factories.connection(yara)
    assert is_hidden(ines, yara, mimi.who)

    for _ in range(2):
        actions.share_map(actor=her)
    assert read(ines, yara) == ["Mimi"]
    assert queries.own_sharing(actor=her).count() == 1

    for _ in range(2):
        actions.stop_sharing_map(actor=her)
    assert is_hidden(ines, yara, mimi.who)


def test_only_how_it_is_now_is_shared_and_nobody_who_is_left_out(her: Actor, ines: Actor, yara: YoungPerson) -> None:
    factories.connection(yara, "Was", ended_at=clock.now())
    secret = factories.connection(yara, "Secret", is_left_out=True, at_night=AtNight.YES)
    factories.connection(yara, "Mimi", at_night=AtNight.NO)
    actions.share_map(actor=her)

    assert read(ines, yara) == ["Mimi"]
    assert queries.shared_map(actor=ines, young_person_id=yara.pk).has_nobody_at_night
    with pytest.raises(NotVisible):
        queries.readable_connection(actor=ines, young_person_id=yara.pk, connection_id=secret.who)


def test_a_shared_map_is_for_those_who_work_with_them(her: Actor, ines: Actor, yara: YoungPerson) -> None:
    mimi = factories.connection(yara)
    factories.shared_map(yara)
    manager = factories.actor(factories.manager(yara.authority))
    assert read(manager, yara) == ["Mimi"]

    former = factories.adviser(yara.authority)
    factories.allocate(yara, former, ended_at=clock.now())
    elsewhere = factories.manager(factories.authority())
    for stranger in (former, elsewhere, factories.young_person(yara.authority, "Zane Notreal")):
        assert is_hidden(factories.actor(stranger), yara, mimi.who)


def test_where_help_is_wanted(her: Actor, ines: Actor, yara: YoungPerson) -> None:
    factories.connection(yara, "Dev", wish=Wish.MORE)
    factories.connection(yara, "Mimi", wish=Wish.FIND, ring=Ring.FURTHER)
    factories.connection(yara, "Tash", wish=Wish.FINE)
    factories.shared_map(yara)

    found = queries.shared_map(actor=ines, young_person_id=yara.pk)

    assert [one.name for one in found.wished_for] == ["Mimi", "Dev"]
    assert not found.has_nobody_at_night, "They said of nobody whether they could call them at night."
    factories.connection(yara, "Ola", at_night=AtNight.MAYBE)
    assert queries.shared_map(actor=ines, young_person_id=yara.pk).has_nobody_at_night
    factories.connection(yara, "Jan", at_night=AtNight.YES)
    assert not queries.shared_map(actor=ines, young_person_id=yara.pk).has_nobody_at_night


def test_staff_have_no_map_of_their_own_to_read(ines: Actor, yara: YoungPerson) -> None:
    factories.connection(yara)
    factories.shared_map(yara)

    assert not queries.own_connections(actor=ines).exists()
    assert not queries.own_sharing(actor=ines).exists()
