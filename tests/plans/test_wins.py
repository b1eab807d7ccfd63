from datetime import UTC, date, datetime

import pytest

from ownpath.core.access import NotVisible
from ownpath.core.clock import held_at
from ownpath.plans import actions
from ownpath.plans.models import Win
from tests.factories import WholePlan


def test_win_is_of_today_in_london_and_says_who_added_it(plan: WholePlan) -> None:
    with held_at(datetime(2026, 6, 1, 23, 30, tzinfo=UTC)):
        own = actions.record_win(actor=plan.owner, young_person_id=plan.yara.pk, words=" Got up at 8 ")
    added = actions.record_win(actor=plan.adviser, young_person_id=plan.yara.pk, words="Rang the bank")

    assert (own.words, own.on_date, own.added_by) == ("Got up at 8", date(2026, 6, 2), plan.yara.user)
    assert (added.words, added.added_by) == ("Rang the bank", plan.ines)


def test_who_may_record_a_win(plan: WholePlan) -> None:
    for actor in plan.people_who_may().values():
        actions.record_win(actor=actor, young_person_id=plan.yara.pk, words="Yes")
    for actor in plan.people_who_may_not().values():
        with pytest.raises(NotVisible):
            actions.record_win(actor=actor, young_person_id=plan.yara.pk, words="No")

    assert list(Win.objects.values_list("words", flat=True)) == ["Yes"] * 3
