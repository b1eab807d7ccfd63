from datetime import timedelta

import pytest

from ownpath.attention.enums import ReasonKind
from ownpath.attention.queries import attention_list, reasons_for
from ownpath.core import clock
from ownpath.people.models import YoungPerson
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def yara() -> YoungPerson:
    return factories.young_person(factories.authority())


def sentences(yara: YoungPerson) -> list[str]:
    found = reasons_for(actor=factories.actor(yara), young_person_id=yara.pk)
    return [reason.sentence for reason in found if reason.kind == ReasonKind.ABOUT_ME]


def test_a_new_adviser_has_something_to_read_first(yara: YoungPerson) -> None:
    told = factories.told(yara, began_at=clock.now() - timedelta(days=30))
    ines = factories.adviser(yara.authority)
    factories.allocate(yara, ines)

    assert sentences(yara) == [
        "Ines Invented is their new adviser, and has not read yet what they wrote about themselves."
    ]
    factories.reading(told, ines)
    assert sentences(yara) == []


def test_it_is_no_reason_where_they_wrote_it_later_or_took_it_away_or_have_no_adviser(yara: YoungPerson) -> None:
    before = clock.now() - timedelta(days=30)
    factories.told(yara, heading="proud", began_at=before, ended_at=clock.now())
    assert sentences(yara) == []
    factories.allocate(yara, factories.adviser(yara.authority), began_at=before - timedelta(days=30))
    factories.told(yara, began_at=before)

    assert sentences(yara) == []


def test_the_list_leads_to_what_is_unread(yara: YoungPerson) -> None:
    ines = factories.adviser(yara.authority)
    for whom in (yara, factories.young_person(yara.authority, "Zane Notreal")):
        factories.allocate(whom, ines)
    told = factories.told(yara)

    rows = attention_list(actor=factories.actor(ines))
    assert {row.young_person.name for row in rows if row.is_unread} == {"Yara Notreal"}
    factories.reading(told, ines)
    assert not any(row.is_unread for row in attention_list(actor=factories.actor(ines)))
