from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from ownpath.about_me import queries
from ownpath.about_me.actions import confirm_reading, tell
from ownpath.about_me.enums import Heading
from ownpath.about_me.models import Reading
from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.people.queries import young_people
from tests import factories

NOW = datetime(2026, 5, 3, 12, tzinfo=UTC)


def write(her: Actor, heading: Heading, words: str, days: int, version: int = 0) -> None:
    with clock.held_at(NOW + timedelta(days=days)):
        tell(actor=her, heading=heading, words=words, version=version)


def read(actor: Actor, yara: YoungPerson, days: int) -> Reading:
    newest = queries.about_them(actor=actor, young_person_id=yara.pk).newest
    assert newest is not None
    with clock.held_at(NOW + timedelta(days=days)):
        return confirm_reading(actor=actor, young_person_id=yara.pk, up_to=newest.pk)


def unread(actor: Actor) -> set[UUID]:
    people = queries.marked_unread(young_people(actor=actor), actor=actor)
    return set(people.filter(is_unread=True).values_list("pk", flat=True))


def parts(actor: Actor, yara: YoungPerson) -> list[tuple[str, bool]]:
    found = queries.about_them(actor=actor, young_person_id=yara.pk).parts
    return [(part.told.words, part.is_new) for part in found]


def test_all_is_new_until_it_is_read_and_then_only_what_changed(her: Actor, ines: Actor, yara: YoungPerson) -> None:
    write(her, Heading.PROUD, "I can swim.", 0)
    write(her, Heading.MATTERS, "My dog.", 1)
    assert parts(ines, yara) == [("My dog.", True), ("I can swim.", True)]
    assert unread(ines) == {yara.pk}

    read(ines, yara, 2)
    assert parts(ines, yara) == [("My dog.", False), ("I can swim.", False)]
    assert unread(ines) == set()

    write(her, Heading.PROUD, "I can dive.", 3, version=1)
    assert parts(ines, yara) == [("My dog.", False), ("I can dive.", True)]
    assert unread(ines) == {yara.pk}
    read(ines, yara, 4)
    assert unread(ines) == set()


def test_they_see_who_has_read_it_and_whether_it_has_changed_since(her: Actor, ines: Actor, yara: YoungPerson) -> None:
    mo = factories.actor(factories.manager(yara.authority))
    write(her, Heading.PROUD, "I can swim.", 0)
    read(ines, yara, 1)
    read(mo, yara, 2)
    write(her, Heading.MATTERS, "My dog.", 3)
    read(ines, yara, 4)

    readers = queries.about_me(actor=her).readers

    assert [(one.name, one.read_at - NOW, one.has_changed_since) for one in readers] == [
        ("Ines Invented", timedelta(days=4), False),
        ("Mo Made-Up", timedelta(days=2), True),
    ]


def test_what_was_written_while_the_page_was_open_stays_new(her: Actor, ines: Actor, yara: YoungPerson) -> None:
    write(her, Heading.PROUD, "I can swim.", 0)
    shown = queries.about_them(actor=ines, young_person_id=yara.pk).newest
    assert shown is not None
    write(her, Heading.PROUD, "I can dive.", 1, version=1)

    for _ in range(2):
        confirm_reading(actor=ines, young_person_id=yara.pk, up_to=shown.pk)

    assert parts(ines, yara) == [("I can dive.", True)]
    assert Reading.objects.count() == 1


def test_staff_see_neither_what_it_said_before_nor_what_was_taken_away(
    her: Actor, ines: Actor, yara: YoungPerson
) -> None:
    write(her, Heading.PROUD, "I can swim.", 0)
    write(her, Heading.PROUD, "", 1, version=1)

    assert parts(ines, yara) == []
    assert unread(ines) == set()
    assert not queries.brief(actor=ines, young_person_id=yara.pk).is_written


def test_only_those_who_work_with_them_read_and_confirm(her: Actor, yara: YoungPerson) -> None:
    told = factories.told(yara)
    former = factories.adviser(yara.authority)
    factories.allocate(yara, former, ended_at=clock.now())
    zane = factories.young_person(yara.authority, "Zane Notreal")
    strangers = [former, factories.manager(factories.authority()), zane]

    for stranger in map(factories.actor, strangers):
        with pytest.raises(NotVisible):
            queries.about_them(actor=stranger, young_person_id=yara.pk)
        with pytest.raises(NotVisible):
            confirm_reading(actor=stranger, young_person_id=yara.pk, up_to=told.pk)
        assert unread(stranger) == set()
    with pytest.raises(NotAllowed):
        confirm_reading(actor=her, young_person_id=yara.pk, up_to=told.pk)


def test_nobody_confirms_somebody_elses_words(ines: Actor, yara: YoungPerson) -> None:
    theirs = factories.told(factories.young_person(yara.authority, "Zane Notreal"))

    with pytest.raises(NotVisible):
        confirm_reading(actor=ines, young_person_id=yara.pk, up_to=theirs.pk)
