"""A check-in in the numbers: what it shares counts, what it does not ask stays as it was, what it keeps is nowhere."""

from datetime import UTC, datetime

import pytest

from ownpath.core.actor import Actor
from ownpath.insight.queries import area_list, area_tallies
from ownpath.people.models import YoungPerson
from ownpath.surveys.enums import Sharing
from tests import factories

pytestmark = pytest.mark.django_db

MAY, JUNE = (datetime(2026, month, 4, 12, tzinfo=UTC) for month in (5, 6))


@pytest.fixture
def yara() -> YoungPerson:
    factories.pack()
    return factories.young_person(factories.authority(), with_user=False)


@pytest.fixture
def mo(yara: YoungPerson) -> Actor:
    return factories.actor(factories.manager(yara.authority))


def told(mo: Actor, area: str, measure: str = "now") -> dict[str, int]:
    """The numbers of an area that are not zero; each is as long as its list."""
    (found,) = [one for one in area_tallies(actor=mo) if one.area == area]
    (tallies,) = [one for one in found.measures if one.measure == measure]
    counted = {tally.value: tally.count for tally in [*tallies.said, *tallies.silences]}
    for value, count in counted.items():
        assert len(area_list(actor=mo, area=area, measure=measure, value=value).people) == count
    return {value: count for value, count in counted.items() if count}


def test_check_in_changes_its_own_areas_only(yara: YoungPerson, mo: Actor) -> None:
    whole = factories.response(yara, sent_at=MAY)
    factories.answer(whole, "home", now=2)
    factories.answer(whole, "money", now=1)
    factories.answer(factories.response(yara, sent_at=JUNE, asks=["home"]), "home", now=4)

    assert (told(mo, "home"), told(mo, "money"), told(mo, "friends")) == ({"4": 1}, {"1": 1}, {"not-said": 1})
    assert told(mo, "home", "moved") == {"better": 1}


def test_somebody_who_only_checked_in_was_asked_about_what_they_shared(yara: YoungPerson, mo: Actor) -> None:
    check_in = factories.response(yara, sent_at=JUNE, asks=["home", "money"])
    factories.answer(check_in, "home", now=4, steadiness=None)
    factories.answer(check_in, "money", sharing=Sharing.PRIVATE)

    assert (told(mo, "home"), told(mo, "money"), told(mo, "friends")) == ({"4": 1}, {"not-asked": 1}, {"not-asked": 1})
    assert told(mo, "home", "steadiness") == {"not-said": 1}


def test_private_check_in_is_nowhere(yara: YoungPerson, mo: Actor) -> None:
    factories.answer(factories.response(yara, sent_at=MAY), "home", now=2)
    before = area_tallies(actor=mo)

    check_in = factories.response(yara, sent_at=JUNE, asks=["home", "money"])
    for area in ("home", "money"):
        factories.answer(check_in, area, now=5, sharing=Sharing.PRIVATE)

    assert area_tallies(actor=mo) == before


def test_area_that_only_a_check_in_of_another_pack_asked_is_counted(yara: YoungPerson, mo: Actor) -> None:
    factories.answer(factories.response(yara, sent_at=MAY), "home", now=2)
    newer = factories.pack(slug="other", document=factories.surveys.document(("pets", "home")))
    factories.answer(factories.response(yara, sent_at=JUNE, pack=newer, asks=["pets"]), "pets", now=5)

    assert (told(mo, "pets"), told(mo, "home")) == ({"5": 1}, {"2": 1})
