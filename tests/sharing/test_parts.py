"""Who sees what, and changing what is one's own to decide."""

from datetime import timedelta
from typing import Any

import pytest

from ownpath.core import clock
from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.sharing import actions, queries
from ownpath.sharing.models import AnswerSharing
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AreaAnswer
from tests import factories

PRIVATE, SHARED = Sharing.PRIVATE, Sharing.SHARED


@pytest.fixture
def answers(yara: YoungPerson) -> list[AreaAnswer]:
    """About her home, shared twice; then private; and a draft that nobody sees."""
    days = (300, 200, 100, None)
    found = []
    for ago, sharing in zip(days, (SHARED, SHARED, PRIVATE, SHARED), strict=True):
        sent_at = None if ago is None else clock.now() - timedelta(days=ago)
        found.append(factories.answer(factories.response(yara, sent_at=sent_at), "home", sharing=sharing))
    return found


def areas(actor: Actor) -> list[queries.AreaShared]:
    return queries.who_sees_what(actor=actor).mine[0].areas


def test_table_counts_what_was_sent(her: Actor, answers: list[AreaAnswer]) -> None:
    assert areas(her) == [queries.AreaShared("home", "Home", shared=2, kept=1, is_last_shared=False)]


def test_private_from_now_on_means_all_that_was_sent(her: Actor, answers: list[AreaAnswer]) -> None:
    actions.share_area(actor=her, area="home", sharing=PRIVATE)

    assert areas(her) == [queries.AreaShared("home", "Home", shared=0, kept=3, is_last_shared=False)]
    assert not AreaAnswer.objects.shared().exists()
    assert [row.answer_id for row in AnswerSharing.objects.order_by("pk")] == [answers[1].pk, answers[0].pk]


def test_shared_from_now_on_means_what_was_sent_last(her: Actor, answers: list[AreaAnswer]) -> None:
    actions.share_area(actor=her, area="home", sharing=PRIVATE)
    actions.share_area(actor=her, area="home", sharing=SHARED)

    assert list(AreaAnswer.objects.shared()) == [answers[2]]


def test_what_was_said_before_is_shared_too_where_one_says_so(her: Actor, answers: list[AreaAnswer]) -> None:
    actions.share_area(actor=her, area="home", sharing=PRIVATE)

    reader = actions.share_area(actor=her, area="home", sharing=SHARED, is_all=True)

    assert reader == "Ines Invented"
    assert set(AreaAnswer.objects.shared()) == set(answers[:3])
    chosen = AnswerSharing.objects.order_by("pk").values_list("answer", "sharing")
    assert set(chosen[2:]) == {(one.pk, "shared") for one in answers[:3]}


@pytest.mark.parametrize(
    "values", [{}, {"is_not_now": True, "now": 2}, {"withdrawn_at": clock.now(), "words": "Not what I wrote"}]
)
def test_an_area_in_which_nothing_was_said_is_not_there(
    yara: YoungPerson, her: Actor, answers: list[AreaAnswer], values: dict[str, Any]
) -> None:
    said = {"now": None, "change": "", "steadiness": None, "words": ""} | values
    last = factories.answer(factories.response(yara), "home", sharing=PRIVATE, **said)
    alone = factories.answer(last.response, "money", sharing=PRIVATE, **said)

    assert areas(her) == [queries.AreaShared("home", "Home", shared=2, kept=1, is_last_shared=False)]
    with pytest.raises(NotVisible):
        actions.share_area(actor=her, area="money", sharing=SHARED)
    actions.share_area(actor=her, area="home", sharing=SHARED)

    assert answers[2] in AreaAnswer.objects.shared()
    assert {last.pk, alone.pk}.isdisjoint(AnswerSharing.objects.values_list("answer", flat=True))


def test_pressing_again_changes_nothing(her: Actor, answers: list[AreaAnswer]) -> None:
    for _ in range(2):
        actions.share_area(actor=her, area="home", sharing=PRIVATE)

    assert AnswerSharing.objects.count() == 2


def test_nobody_else_changes_who_sees_what(her: Actor, ines: Actor, yara: YoungPerson, answers: Any) -> None:
    mo, zane = factories.manager(yara.authority), factories.young_person(yara.authority, "Zane Notreal")
    for other in (ines, factories.actor(mo), factories.actor(zane)):
        with pytest.raises(NotVisible):
            actions.share_area(actor=other, area="home", sharing=PRIVATE)
    for staff in (ines, factories.actor(mo)):
        with pytest.raises(NotVisible):
            queries.who_sees_what(actor=staff)
    with pytest.raises(NotVisible):
        actions.share_area(actor=her, area="money", sharing=SHARED)


@pytest.mark.parametrize("count", [1, 30])
def test_table_takes_as_many_queries_however_much_was_said(
    yara: YoungPerson, her: Actor, count: int, django_assert_num_queries: Any
) -> None:
    for ago in range(1, count + 1):
        factories.answer(factories.response(yara, sent_at=clock.now() - timedelta(days=ago)), "home")
    queries.who_sees_what(actor=her)

    with django_assert_num_queries(5):
        queries.who_sees_what(actor=her)
