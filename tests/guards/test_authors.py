"""Nobody is named as the author of words that they did not write, whoever changed what in whatever order."""

from random import Random

import pytest

from ownpath.core.actor import Actor
from ownpath.plans import actions
from ownpath.plans.models import Goal, Step, Win
from ownpath.sharing import queries as sharing
from ownpath.sharing import reading
from tests import factories
from tests.factories import WholePlan

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("seed", range(6))
def test_in_the_file_nobody_is_named_as_author_of_words_that_they_did_not_write(seed: int) -> None:
    """Everybody's words begin with their name, so each line of the file can be held against who is named beside it."""
    plan, random = factories.whole_plan(), Random(seed)
    win = actions.record_win(actor=plan.adviser, young_person_id=plan.yara.pk, words="Ines: a win")
    reword(plan, plan.owner, "Yara: a bike")
    reword_step(plan, plan.owner, "Yara: look")
    for number in range(25):
        actor = random.choice([plan.owner, plan.adviser])
        words = f"{actor.name.partition(' ')[0]}: {number}"
        random.choice(
            [
                lambda a=actor, w=words: reword(plan, a, w),
                lambda a=actor, w=words: reword_step(plan, a, w, doer=random.choice(["young_person", "adviser"])),
                lambda a=actor: actions.reach_goal(actor=a, goal_id=plan.goal.pk),
                lambda a=actor: actions.reopen_goal(actor=a, goal_id=plan.goal.pk),
                lambda a=actor: actions.tick_step(actor=a, step_id=plan.step.pk),
                lambda a=actor: actions.untick_step(actor=a, step_id=plan.step.pk),
                lambda a=actor: actions.let_step_go(actor=a, step_id=plan.step.pk, why="Not needed"),
                lambda a=actor: actions.take_up_step(actor=a, step_id=plan.step.pk),
                lambda: actions.use_own_goal_words(actor=plan.owner, goal_id=plan.goal.pk),
                lambda: actions.use_own_step_words(actor=plan.owner, step_id=plan.step.pk),
                lambda w=words: actions.change_win(
                    actor=plan.owner,
                    win_id=win.pk,
                    words=random.choice([Win.objects.get().words, f"Yara: {w}"]),
                    sharing="adviser",
                    version=Win.objects.get().version,
                ),
            ]
        )()

    found = reading.sections(sharing.everything(actor=plan.owner))
    rows = [{line.label: line.value for line in row.lines} for one in found for row in one.rows]
    signed = [row for row in rows if "Words" in row and ":" in str(row["Words"])]
    assert len(signed) >= 10
    for row in signed:
        assert str(row["Written by"]).startswith(str(row["Words"]).partition(":")[0]), row
    assert {str(row["Started by"]) for row in signed if "Started by" in row} == {"Yara Notreal"}


def reword(plan: WholePlan, actor: Actor, words: str) -> None:
    version = Goal.objects.get(pk=plan.goal.pk).version
    actions.edit_goal(actor=actor, goal_id=plan.goal.pk, words=words, version=version)


def reword_step(plan: WholePlan, actor: Actor, words: str, doer: str = "young_person") -> None:
    version = Step.objects.get(pk=plan.step.pk).version
    actions.edit_step(actor=actor, step_id=plan.step.pk, words=words, doer=doer, version=version)
