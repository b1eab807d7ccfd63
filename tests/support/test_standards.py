"""What an authority promises: dated, set by a manager, and never two at once."""

from typing import Any

import pytest

from ownpath.accounts.models import User
from ownpath.core.access import NotAllowed
from ownpath.core.versions import StaleEdit
from ownpath.organisations.models import Authority
from ownpath.support import actions, queries
from ownpath.support.enums import AskKind
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def mo() -> User:
    return factories.manager(factories.authority())


def set_to(actor: User, version: int, **values: Any) -> None:
    actions.set_standards(actor=factories.actor(actor), version=version, values=values)


def test_usual_standards_hold_until_somebody_sets_others(mo: User) -> None:
    actor = factories.actor(mo)
    assert queries.standards(actor=actor).days_for(AskKind.RECORDS) == 10
    assert queries.standards_before(actor=actor) == []

    set_to(mo, 0, answer_days={"records": 5}, climb_minutes=30)

    now = queries.standards(actor=actor)
    assert (now.days_for(AskKind.RECORDS), now.days_for(AskKind.HOME), now.climb_minutes) == (5, 3, 30)
    assert now.days_for(AskKind.NOT_SAFE) is None


def test_each_change_is_a_row_with_who_and_when(mo: User) -> None:
    set_to(mo, 0, complaint_days=14)
    set_to(mo, 1, complaint_days=10)

    rows = queries.standards_before(actor=factories.actor(mo))

    assert [(row.version, row.complaint_days, row.set_by) for row in rows] == [(2, 10, mo), (1, 14, mo)]


def test_second_of_two_managers_is_shown_what_the_first_set(mo: User) -> None:
    other = factories.manager(mo.membership.authority, "Mia Second")
    set_to(mo, 0, climb_minutes=20)

    with pytest.raises(StaleEdit) as stale:
        set_to(other, 0, climb_minutes=90)

    assert stale.value.current.climb_minutes == 20


def test_number_for_the_night_is_where_every_page_reads_it(mo: User) -> None:
    set_to(mo, 0, help_now_name="Night desk", help_now_phone="01632 960000")

    council = Authority.objects.get(pk=mo.membership.authority_id)
    assert (council.help_now_name, council.help_now_phone) == ("Night desk", "01632 960000")


def test_only_a_manager_sets_and_reads_what_was_before(mo: User) -> None:
    council = mo.membership.authority
    elsewhere = factories.manager(factories.authority())
    set_to(mo, 0, climb_minutes=20)

    for nobody in (factories.adviser(council), factories.young_person(council)):
        with pytest.raises(NotAllowed):
            actions.set_standards(actor=factories.actor(nobody), version=1, values={})
        with pytest.raises(NotAllowed):
            queries.standards_before(actor=factories.actor(nobody))
    assert queries.standards(actor=factories.actor(elsewhere)).climb_minutes == 60
