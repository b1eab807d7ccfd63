from datetime import date
from uuid import uuid4

import pytest

from ownpath.core.access import NotVisible
from ownpath.core.models import AuditEvent
from ownpath.people.models import YoungPerson
from ownpath.plans.actions import StepContent, add_step, start_goal
from ownpath.plans.enums import StepDoer
from ownpath.plans.models import Goal, GoalVersion, Step, StepVersion
from ownpath.surveys.enums import Sharing
from tests import factories
from tests.factories import WholePlan

pytestmark = pytest.mark.django_db


@pytest.fixture
def yara() -> YoungPerson:
    return factories.young_person(factories.authority())


def test_goal_of_ones_own_has_its_first_version_and_its_event(yara: YoungPerson) -> None:
    goal = start_goal(actor=factories.actor(yara), young_person_id=yara.pk, words="I want a bike", area="friends")

    assert (goal.words, goal.area, goal.version, goal.created_by) == ("I want a bike", "friends", 1, yara.user)
    assert list(GoalVersion.objects.values_list("version", "words", "saved_by")) == [(1, "I want a bike", yara.user_id)]
    event = AuditEvent.objects.get()
    assert (event.verb, event.thing_id, event.young_person_id) == ("plans.start_goal", goal.pk, yara.pk)


def test_goal_from_an_answer_takes_its_area(yara: YoungPerson) -> None:
    home = factories.answer(factories.response(yara), "home")

    goal = start_goal(
        actor=factories.actor(yara), young_person_id=yara.pk, words="I want a lock", from_answer_id=home.pk
    )

    assert (goal.from_answer, goal.area) == (home, "home")


def test_goal_springs_only_from_an_answer_that_was_shared_and_sent_by_the_same_person(yara: YoungPerson) -> None:
    adviser = factories.adviser(yara.authority)
    zane = factories.young_person(yara.authority, "Zane Notreal")
    factories.allocate(yara, adviser)
    factories.allocate(zane, adviser)
    private = factories.answer(factories.response(yara), "home", sharing=Sharing.PRIVATE)
    draft = factories.answer(factories.response(yara, sent_at=None), "home")
    anothers = factories.answer(factories.response(zane), "home")

    for answer_id in (private.pk, draft.pk, anothers.pk, uuid4()):
        for actor in (factories.actor(adviser), factories.actor(yara)):
            with pytest.raises(NotVisible):
                start_goal(actor=actor, young_person_id=yara.pk, words="I want…", from_answer_id=answer_id)
    assert not Goal.objects.exists()


def test_who_may_start_a_goal_and_add_a_step(plan: WholePlan) -> None:
    for actor in plan.people_who_may().values():
        start_goal(actor=actor, young_person_id=plan.yara.pk, words="I want a cat")
        add_step(actor=actor, goal_id=plan.goal.pk, words="Ask", doer=StepDoer.YOUNG_PERSON)
    for actor in plan.people_who_may_not().values():
        with pytest.raises(NotVisible):
            start_goal(actor=actor, young_person_id=plan.yara.pk, words="I want a dog")
        with pytest.raises(NotVisible):
            add_step(actor=actor, goal_id=plan.goal.pk, words="Never", doer=StepDoer.YOUNG_PERSON)

    assert sorted(Goal.objects.values_list("words", flat=True)) == ["I want a bike"] + ["I want a cat"] * 3
    assert sorted(Step.objects.values_list("words", flat=True)) == ["Ask"] * 3 + ["Look online"]


def test_goal_can_start_with_its_first_step(yara: YoungPerson) -> None:
    first = StepContent("Ask Ines for a form", StepDoer.ADVISER, by_date=date(2026, 5, 1))

    goal = start_goal(
        actor=factories.actor(yara), young_person_id=yara.pk, words="I want a bank card", first_step=first
    )

    step = goal.steps.get()
    assert (step.words, step.doer, step.by_date, step.version) == (first.words, "adviser", date(2026, 5, 1), 1)
    assert step.versions.count() == 1


def test_step_says_what_who_and_by_when(yara: YoungPerson) -> None:
    actor = factories.actor(yara)
    goal = start_goal(actor=actor, young_person_id=yara.pk, words="I want a bike")

    step = add_step(
        actor=actor,
        goal_id=goal.pk,
        words="Ask about the old one",
        doer=StepDoer.OTHER,
        doer_name="Auntie Pretend",
        by_date=date(2026, 5, 1),
    )
    mine = add_step(actor=actor, goal_id=goal.pk, words="Save 5 pounds", doer=StepDoer.YOUNG_PERSON, doer_name="Nobody")

    kept = StepVersion.objects.get(step=step)
    assert (kept.version, kept.words, kept.doer, kept.doer_name, kept.by_date, kept.is_done) == (
        1,
        "Ask about the old one",
        "other",
        "Auntie Pretend",
        date(2026, 5, 1),
        False,
    )
    assert (mine.doer, mine.doer_name) == ("young_person", "")
