from datetime import UTC, datetime, timedelta

import pytest

from ownpath.about_me import queries
from ownpath.about_me.actions import tell
from ownpath.about_me.enums import Heading
from ownpath.about_me.models import Told
from ownpath.core import clock
from ownpath.core.access import NotAllowed
from ownpath.core.actor import Actor
from ownpath.core.models import AuditEvent
from ownpath.core.versions import StaleEdit
from ownpath.people.models import YoungPerson

OWN = "07700 900555"
NOW = datetime(2026, 5, 3, 12, tzinfo=UTC)


def now_under(actor: Actor, heading: Heading) -> str | None:
    part = queries.about_me(actor=actor).parts[heading]
    return part.words if part else None


def test_each_heading_stands_alone_and_all_may_stay_open(her: Actor) -> None:
    assert set(queries.about_me(actor=her).parts.values()) == {None}

    tell(actor=her, heading=Heading.PROUD, words="  I can swim. ", version=0)

    assert now_under(her, Heading.PROUD) == "I can swim."
    assert now_under(her, Heading.MATTERS) is None
    assert AuditEvent.objects.get(verb="about_me.tell").young_person_id == her.young_person_id


def test_what_it_said_before_is_kept_with_its_days(her: Actor) -> None:
    for day, words in enumerate(["My dog.", "My dog and my bike.", "", "My bike."]):
        with clock.held_at(NOW + timedelta(days=day)):
            tell(actor=her, heading=Heading.MATTERS, words=words, version=day)

    found = queries.written(actor=her, heading=Heading.MATTERS)

    assert (found.now.words, found.now.version) == ("My bike.", 4)
    assert [(row.words, row.began_at, row.ended_at) for row in found.before] == [
        ("My dog and my bike.", NOW + timedelta(days=1), NOW + timedelta(days=2)),
        ("My dog.", NOW, NOW + timedelta(days=1)),
    ]


def test_taking_it_away_leaves_nothing_to_read(her: Actor) -> None:
    tell(actor=her, heading=Heading.MATTERS, words="My dog.", version=0)
    tell(actor=her, heading=Heading.MATTERS, words="", version=1)

    assert now_under(her, Heading.MATTERS) is None


def test_the_same_again_adds_nothing(her: Actor) -> None:
    for version in (0, 1, 0):
        tell(actor=her, heading=Heading.MATTERS, words="My dog.", version=version)
    tell(actor=her, heading=Heading.PROUD, words=" ", version=0)

    assert Told.objects.count() == 1


def test_second_phone_is_told(her: Actor) -> None:
    tell(actor=her, heading=Heading.MATTERS, words="My dog.", version=0)

    with pytest.raises(StaleEdit) as stale:
        tell(actor=her, heading=Heading.MATTERS, words="My bike.", version=0)

    assert stale.value.current.words == "My dog."
    assert now_under(her, Heading.MATTERS) == "My dog."


def test_only_the_heading_about_reaching_me_says_what_is_safe(her: Actor) -> None:
    tell(actor=her, heading=Heading.MATTERS, words="My dog.", phone=OWN, may_email="no", may_call="no", version=0)
    tell(actor=her, heading=Heading.CONTACT, words="", phone=f" {OWN} ", may_email="no", may_call="text", version=0)

    rows = Told.objects.order_by("began_at").values_list("heading", "phone", "may_email", "may_call")
    assert list(rows) == [("matters", "", "", ""), ("contact", OWN, "no", "text")]


def test_a_number_alone_stands_there_and_another_phone_with_another_number_is_told(her: Actor) -> None:
    tell(actor=her, heading=Heading.CONTACT, words="", phone=OWN, version=0)
    tell(actor=her, heading=Heading.CONTACT, words="", phone=OWN, version=0)

    with pytest.raises(StaleEdit) as stale:
        tell(actor=her, heading=Heading.CONTACT, words="", phone="07700 900777", version=0)

    assert stale.value.current.phone == OWN
    part = queries.about_me(actor=her).parts[Heading.CONTACT]
    assert part is not None
    assert (part.phone, part.version) == (OWN, 1)


def test_nobody_writes_for_them(ines: Actor, yara: YoungPerson) -> None:
    with pytest.raises(NotAllowed):
        tell(actor=ines, heading=Heading.MATTERS, words="Tea.", version=0)
    with pytest.raises(NotAllowed):
        queries.about_me(actor=ines)
    with pytest.raises(NotAllowed):
        queries.written(actor=ines, heading=Heading.MATTERS)

    assert not Told.objects.exists()
    assert not queries.own_told(actor=ines).exists()
