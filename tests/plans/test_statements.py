"""What doing well means to a young person: theirs alone to say, read by staff as it holds now."""

import pytest

from ownpath.core.access import NotAllowed
from ownpath.core.versions import StaleEdit
from ownpath.plans import actions, queries
from ownpath.plans.models import Statement
from tests import factories
from tests.factories import WholePlan

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan() -> WholePlan:
    return factories.whole_plan()


def say(plan: WholePlan, words: str, version: int = 0) -> Statement | None:
    return actions.say_what_doing_well_means(actor=plan.owner, words=words, version=version)


def read_by_adviser(plan: WholePlan) -> tuple[str, str]:
    of_her = {"actor": plan.adviser, "young_person_id": plan.yara.pk}
    return queries.plan(**of_her).statement, queries.conversation(**of_her).statement


def test_it_is_kept_with_its_history(plan: WholePlan) -> None:
    say(plan, " A job. ")
    say(plan, "A job and a dog.", version=1)

    found = queries.meaning(actor=plan.owner)

    assert found.now is not None
    assert (found.now.words, found.now.said_by_id) == ("A job and a dog.", plan.owner.user_id)
    assert [before.words for before in found.before] == ["A job."]


def test_staff_read_what_holds_now_and_nothing_before(plan: WholePlan) -> None:
    assert read_by_adviser(plan) == ("", "")
    say(plan, "A job.")
    say(plan, "A dog.", version=1)

    assert read_by_adviser(plan) == ("A dog.", "A dog.")
    with pytest.raises(NotAllowed):
        queries.meaning(actor=plan.adviser)


def test_it_can_be_taken_back(plan: WholePlan) -> None:
    say(plan, "A job.")
    say(plan, "", version=1)

    assert read_by_adviser(plan) == ("", "")
    assert [before.words for before in queries.meaning(actor=plan.owner).before] == ["A job."]


def test_the_same_words_add_nothing(plan: WholePlan) -> None:
    assert say(plan, "") is None
    say(plan, "A job.")
    say(plan, "A job.")

    assert Statement.objects.count() == 1


def test_two_open_pages_do_not_overwrite_each_other(plan: WholePlan) -> None:
    say(plan, "A job.")

    with pytest.raises(StaleEdit) as stale:
        say(plan, "A dog.")

    assert stale.value.current.words == "A job."
    assert Statement.objects.count() == 1


def test_nobody_says_it_for_them(plan: WholePlan) -> None:
    for actor in (plan.adviser, factories.actor(factories.manager(plan.yara.authority))):
        with pytest.raises(NotAllowed):
            actions.say_what_doing_well_means(actor=actor, words="To behave", version=0)
    assert not Statement.objects.exists()
