from datetime import UTC, datetime

import pytest

from ownpath.core import audit, clock
from ownpath.core.access import NotVisible
from ownpath.people import queries
from tests import factories

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 11, 9, 14, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 10, 9, tzinfo=UTC)


def test_looks_are_one_line_for_each_day_and_person_the_newest_first() -> None:
    council = factories.authority()
    yara, ines = factories.young_person(council), factories.adviser(council)
    looked = [(MONDAY, "staff:plan"), (MONDAY, "staff:young-person"), (MONDAY, "staff:plan"), (TUESDAY, "staff:plan")]
    for moment, page in looked:
        with clock.held_at(moment):
            audit.viewed(factories.actor(ines), page, yara.pk)

    assert queries.looks(actor=factories.actor(yara)) == [
        queries.Look(TUESDAY.date(), "Ines Invented", "adviser", ("staff:plan",)),
        queries.Look(MONDAY.date(), "Ines Invented", "adviser", ("staff:plan", "staff:young-person")),
    ]


def test_looks_are_for_oneself_only() -> None:
    council = factories.authority()
    ines, yara = factories.adviser(council), factories.young_person(council)
    factories.allocate(yara, ines)
    audit.viewed(factories.actor(ines), "staff:plan", yara.pk)

    assert queries.looks(actor=factories.actor(factories.young_person(council))) == []
    with pytest.raises(NotVisible):
        queries.looks(actor=factories.actor(ines))


def test_who_to_call_is_the_adviser_of_now() -> None:
    council = factories.authority()
    yara = factories.young_person(council)
    assert queries.who_to_call(actor=factories.actor(yara)).adviser == ""

    before, now = factories.adviser(council, "Fred Former"), factories.adviser(council, phone="07700 900 123")
    factories.allocate(yara, before, ended_at=clock.now())
    factories.allocate(yara, now)

    found = queries.who_to_call(actor=factories.actor(yara))
    assert (found.adviser, found.adviser_phone) == ("Ines Invented", "07700 900 123")
    assert found.young_person == yara
