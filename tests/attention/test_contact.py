from datetime import date, timedelta

import pytest

from ownpath.attention.enums import ReasonKind
from ownpath.attention.kinds import each_person
from ownpath.people.enums import ContactResult
from ownpath.people.models import YoungPerson
from tests import factories

from .days import at

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 4)
KINDS = {ReasonKind.CONTACT}


def found() -> list[tuple[str, date, str]]:
    reasons = each_person.find(YoungPerson.objects.all(), TODAY)
    return [(one.kind, one.since, one.sentence) for one in reasons if one.kind in KINDS]


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_longer_than_the_authority_set_is_a_reason_and_exactly_as_long_is_none() -> None:
    council = factories.authority(contact_every_days=56)
    just, over = factories.young_person(council), factories.young_person(council)
    factories.contact(just, at=at(ago(56), 0, 1))
    factories.contact(over, at=at(ago(57), 23, 59))

    assert found() == [
        (
            ReasonKind.CONTACT,
            date(2026, 3, 8),
            "We have not been in touch since 8 March. We aim for every 8 weeks.",
        )
    ]


def test_what_was_agreed_with_them_comes_before_what_the_authority_set() -> None:
    council = factories.authority(contact_every_days=56)
    often = factories.young_person(council, contact_every_days=10)
    rarely = factories.young_person(council, contact_every_days=84)
    for person in (often, rarely):
        factories.contact(person, at=at(ago(11 if person == often else 84)))

    assert [sentence for *_, sentence in found()] == [
        "We have not been in touch since 23 April. We agreed on every 10 days."
    ]


def test_trying_is_not_being_in_touch_and_the_latest_contact_counts() -> None:
    council = factories.authority()
    tried, reached = factories.young_person(council), factories.young_person(council)
    for person in (tried, reached):
        factories.contact(person, at=at(ago(100)))
    factories.contact(tried, at=at(ago(1)), result=ContactResult.TRIED)
    factories.contact(reached, at=at(ago(1)))

    assert [since for _, since, _ in found()] == [ago(100)]


def test_somebody_never_reached_counts_from_the_day_their_record_began() -> None:
    council = factories.authority(contact_every_days=28)
    factories.young_person(council, joined_date=ago(28))
    waiting = factories.young_person(council, joined_date=ago(29))
    factories.contact(waiting, at=at(ago(1)), result=ContactResult.TRIED)

    assert found() == [
        (
            ReasonKind.CONTACT,
            ago(29),
            "We have not been in touch since their record began on 5 April. We aim for every 4 weeks.",
        )
    ]
