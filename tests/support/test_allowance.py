"""The setting-up-home allowance: sums that are right, lines that are never changed."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from ownpath.core import clock
from ownpath.core.access import NotAllowed, NotVisible
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.support import actions, queries
from ownpath.support.enums import AllowanceKind
from ownpath.support.models import AllowanceLine
from ownpath.support.queries import Allowance
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def yara() -> YoungPerson:
    yara = factories.young_person(factories.authority())
    factories.allocate(yara, factories.adviser(yara.authority))
    return yara


@pytest.fixture
def ines(yara: YoungPerson) -> Actor:
    return factories.actor(yara.allocation_rows.get().adviser)


def record(actor: Actor, whom: YoungPerson, pence: int, **values: object) -> AllowanceLine:
    line = {"kind": AllowanceKind.SPENT, "words": "A cooker", "on_date": clock.today()} | values
    return actions.record_allowance(actor=actor, young_person_id=whom.pk, pence=pence, **line)


def test_what_there_was_what_was_bought_and_what_is_left(yara: YoungPerson, ines: Actor) -> None:
    record(ines, yara, 300_000, kind=AllowanceKind.AGREED, words="As agreed")
    record(ines, yara, 24_999)
    record(ines, yara, -4_999, reason="It was cheaper in the end")

    found = queries.allowance(actor=factories.actor(yara), young_person_id=yara.pk)

    assert (found.agreed, found.spent, found.left) == (300_000, 20_000, 280_000)
    assert [line.recorded_by_id for line in found.lines] == [ines.user_id] * 3


def test_more_spent_than_agreed_is_said(yara: YoungPerson, ines: Actor) -> None:
    record(ines, yara, 100, kind=AllowanceKind.AGREED)
    record(ines, yara, 250)

    assert queries.allowance(actor=ines, young_person_id=yara.pk).left == -150


def test_usual_amount_is_what_the_authority_set(yara: YoungPerson, ines: Actor) -> None:
    assert queries.allowance(actor=ines, young_person_id=yara.pk).usual == 300_000
    factories.standards(yara.authority, allowance_pence=350_000)

    assert queries.allowance(actor=ines, young_person_id=yara.pk).usual == 350_000


@pytest.mark.parametrize(
    ("pence", "values"),
    [(0, {}), (-100, {}), (-100, {"reason": " "}), (100, {"words": " "}), (100, {"on_date": date(2999, 1, 1)})],
)
def test_a_line_that_says_too_little_is_refused(
    yara: YoungPerson, ines: Actor, pence: int, values: dict[str, object]
) -> None:
    with pytest.raises(NotAllowed):
        record(ines, yara, pence, **values)
    assert not AllowanceLine.objects.exists()


def test_database_refuses_taking_back_without_a_reason(yara: YoungPerson, ines: Actor) -> None:
    line = record(ines, yara, 100)

    with pytest.raises(IntegrityError), transaction.atomic():
        AllowanceLine.objects.filter(pk=line.pk).update(pence=-100)


def test_only_staff_who_work_with_them_record_and_nobody_else_reads(yara: YoungPerson, ines: Actor) -> None:
    me, other = factories.actor(yara), factories.actor(factories.adviser(yara.authority, "Sol Someone"))
    with pytest.raises(NotAllowed):
        record(me, yara, 100)
    with pytest.raises(NotVisible):
        record(other, yara, 100)
    with pytest.raises(NotVisible):
        queries.allowance(actor=other, young_person_id=yara.pk)


@given(st.lists(st.tuples(st.sampled_from(list(AllowanceKind)), st.integers(-500_000, 500_000))))
def test_sums_hold_whatever_the_lines(pairs: list[tuple[AllowanceKind, int]]) -> None:
    lines = [AllowanceLine(kind=kind, pence=pence) for kind, pence in pairs]
    found = Allowance(YoungPerson(), lines, 0)

    assert found.left == sum(pence if kind == AllowanceKind.AGREED else -pence for kind, pence in pairs)


def test_number_of_queries_does_not_grow(yara: YoungPerson, ines: Actor, django_assert_num_queries: object) -> None:
    for number in range(30):
        record(ines, yara, 100 + number, on_date=clock.today() - timedelta(days=number))

    with django_assert_num_queries(3):
        queries.allowance(actor=ines, young_person_id=yara.pk)
