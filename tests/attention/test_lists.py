from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from ownpath.attention.enums import ReasonKind
from ownpath.attention.queries import attention_list, reasons_for
from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.people.models import YoungPerson
from ownpath.support.enums import AskKind
from ownpath.surveys.enums import Change, Sharing
from tests import factories

from .days import at

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 4)


@pytest.fixture(autouse=True)
def _today() -> Any:
    with clock.held_at(at(TODAY)):
        yield


def quiet_person(of: Any, name: str = "Yara Notreal", **values: Any) -> YoungPerson:
    """Somebody whom everything was done for: no reason at all."""
    person = factories.young_person(of, name, joined_date=TODAY, **values)
    factories.contact(person)
    factories.survey_request(person)
    return person


def busy_person(of: Any, name: str = "Yara Notreal") -> YoungPerson:
    """Somebody with a reason of every kind that can be true together."""
    person = factories.young_person(of, name, joined_date=date(2025, 1, 1))
    factories.ask(person, kind=AskKind.NOT_SAFE)
    factories.ask(person, words="The meter is empty.")
    response = factories.response(person, sent_at=at(date(2025, 9, 1)))
    factories.answer(response, "home", change=Change.WORSE)
    factories.prioritise(response, "home")
    factories.step(factories.goal(person), by_date=date(2026, 5, 1))
    return person


def test_reasons_of_one_person_come_in_the_order_of_urgency() -> None:
    council = factories.authority()
    yara, ines = busy_person(council), factories.adviser(council)
    factories.allocate(yara, ines)

    reasons = reasons_for(actor=factories.actor(ines), young_person_id=yara.pk)

    assert [reason.kind for reason in reasons] == [
        ReasonKind.NOT_SAFE,
        ReasonKind.HELP,
        ReasonKind.HARD,
        ReasonKind.PROMISE,
        ReasonKind.CONTACT,
        ReasonKind.REVIEW,
        ReasonKind.NOT_HEARD,
    ]


def test_young_person_adviser_and_manager_read_the_same_sentences() -> None:
    council = factories.authority()
    yara, ines, mo = busy_person(council), factories.adviser(council), factories.manager(council)
    factories.allocate(yara, ines)

    read = [reasons_for(actor=factories.actor(who), young_person_id=yara.pk) for who in (yara, ines, mo)]

    assert read[0] == read[1] == read[2]
    assert len(read[0]) == 7


def test_reasons_of_somebody_one_may_not_see_do_not_exist() -> None:
    council = factories.authority()
    yara, former = busy_person(council), factories.adviser(council)
    factories.allocate(yara, former, ended_at=clock.now())
    strangers = [former, factories.young_person(council), factories.manager(factories.authority())]

    for stranger in strangers:
        with pytest.raises(NotVisible):
            reasons_for(actor=factories.actor(stranger), young_person_id=yara.pk)
    with pytest.raises(NotVisible):
        reasons_for(actor=factories.actor(former), young_person_id=uuid4())


def test_list_begins_with_the_most_urgent_reason_then_the_longest_standing_then_those_without_by_name() -> None:
    council = factories.authority()
    ines = factories.adviser(council)
    people = {name: quiet_person(council, name) for name in ("Bea", "Ada", "Late", "Later", "Helped", "Unsafe")}
    for person in people.values():
        factories.allocate(person, ines)
    factories.step(factories.goal(people["Later"]), by_date=date(2026, 5, 3))
    factories.step(factories.goal(people["Late"]), by_date=date(2026, 5, 2))
    factories.ask(people["Helped"], asked_at=at(date(2026, 4, 1)))
    factories.ask(people["Unsafe"], kind=AskKind.NOT_SAFE)

    rows = attention_list(actor=factories.actor(ines))

    assert [row.young_person.name for row in rows] == ["Unsafe", "Helped", "Late", "Later", "Ada", "Bea"]
    assert [len(row.reasons) for row in rows] == [1, 1, 1, 1, 0, 0]


def test_list_holds_only_those_one_is_the_adviser_of_now() -> None:
    council, elsewhere = factories.authority(), factories.authority()
    ines, colleague = factories.adviser(council), factories.adviser(council)
    own = busy_person(council, "Own")
    factories.allocate(own, ines)
    formerly = busy_person(council, "Formerly")
    factories.allocate(formerly, ines, ended_at=clock.now())
    factories.allocate(formerly, colleague)
    busy_person(council, "Unallocated")
    busy_person(elsewhere, "Elsewhere")

    assert [row.young_person for row in attention_list(actor=factories.actor(ines))] == [own]


def test_what_was_kept_private_changes_nothing_on_the_list() -> None:
    council = factories.authority()
    ines, yara = factories.adviser(council), quiet_person(council)
    factories.allocate(yara, ines)
    response = factories.response(yara)
    before = attention_list(actor=factories.actor(ines))

    factories.answer(response, "home", change=Change.WORSE, steadiness=1, sharing=Sharing.PRIVATE, words="Secret")
    factories.prioritise(response, "home")

    assert attention_list(actor=factories.actor(ines)) == before
    assert before[0].reasons == ()


def test_list_takes_the_same_queries_for_one_and_for_thirty(django_assert_num_queries: Any) -> None:
    council = factories.authority()
    ines = factories.adviser(council)
    factories.allocate(busy_person(council), ines)
    actor = factories.actor(ines)
    attention_list(actor=actor)

    with django_assert_num_queries(9):
        assert len(attention_list(actor=actor)) == 1
    for _ in range(29):
        factories.allocate(busy_person(council), ines)
    with django_assert_num_queries(9):
        assert len(attention_list(actor=actor)) == 30


def test_reason_of_a_day_goes_when_the_day_is_over() -> None:
    """The list is made from today's day in London: nothing is stored that could go stale."""
    council = factories.authority()
    ines, yara = factories.adviser(council), quiet_person(council)
    factories.allocate(yara, ines)
    factories.step(factories.goal(yara), by_date=TODAY)
    actor = factories.actor(ines)

    assert attention_list(actor=actor)[0].reasons == ()
    with clock.held_at(at(TODAY + timedelta(days=1), 0, 1)):
        assert [reason.kind for reason in attention_list(actor=actor)[0].reasons] == [ReasonKind.PROMISE]
