from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.test.utils import CaptureQueriesContext

from ownpath.core.access import NotVisible
from ownpath.core.clock import held_at
from ownpath.plans import actions, queries
from ownpath.plans.enums import GoalState, StepDoer, WinSharing
from ownpath.plans.models import Win
from tests import factories
from tests.factories import WholePlan

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def read(plan: WholePlan) -> queries.Plan:
    return queries.plan(actor=plan.owner, young_person_id=plan.yara.pk)


def test_goals_stand_by_where_they_are(plan: WholePlan) -> None:
    factories.goal(plan.yara, words="I want a cat", state=GoalState.REACHED)
    factories.goal(plan.yara, words="I want a boat", state=GoalState.PUT_AWAY)

    found = read(plan)

    assert [
        [goal.goal.words for goal in goals] for goals in (found.open_goals, found.reached_goals, found.goals_put_away)
    ] == [["I want a bike"], ["I want a cat"], ["I want a boat"]]
    assert [step.step.words for step in found.open_goals[0].steps] == ["Look online"]


def test_newest_goal_comes_first_and_steps_come_as_they_fall_due(plan: WholePlan) -> None:
    newer = factories.goal(plan.yara, words="I want a cat")
    for words, by_date in (("Later", date(2026, 5, 1)), ("Some day", None), ("Soon", date(2026, 4, 1))):
        factories.step(newer, words=words, by_date=by_date)

    first, second = read(plan).open_goals

    assert (first.goal, second.goal) == (newer, plan.goal)
    assert [line.step.words for line in first.steps] == ["Soon", "Later", "Some day"]


def test_goal_is_walked_when_it_has_steps_and_all_are_done(plan: WholePlan) -> None:
    factories.goal(plan.yara, words="I want a cat")
    assert [goal.is_walked for goal in read(plan).open_goals] == [False, False]

    actions.tick_step(actor=plan.owner, step_id=plan.step.pk)

    assert [goal.is_walked for goal in read(plan).open_goals] == [False, True]


def test_a_line_tells_what_it_said_before_and_a_tick_is_not_something_said(plan: WholePlan) -> None:
    for words, version in (("I want a red bike", 1), ("I want a blue bike", 2)):
        actions.edit_goal(actor=plan.adviser, goal_id=plan.goal.pk, words=words, version=version)
    actions.tick_step(actor=plan.owner, step_id=plan.step.pk)
    actions.edit_step(
        actor=plan.owner,
        step_id=plan.step.pk,
        words="Look online",
        doer=StepDoer.YOUNG_PERSON,
        by_date=date(2026, 5, 1),
        version=2,
    )

    [goal] = read(plan).open_goals

    assert [(kept.words, kept.written_by) for kept in goal.said_before] == [
        ("I want a red bike", plan.ines),
        ("I want a bike", plan.yara.user),
    ]
    [step] = goal.steps
    assert [(kept.words, kept.by_date) for kept in step.said_before] == [("Look online", None)]


def test_what_was_not_meant_stands_beside_its_own_line(plan: WholePlan) -> None:
    about_goal = actions.say_goal_not_meant(actor=plan.owner, goal_id=plan.goal.pk)
    about_step = actions.say_step_not_meant(actor=plan.owner, step_id=plan.step.pk)

    [goal] = read(plan).open_goals

    assert (goal.not_meant, goal.steps[0].not_meant) == ((about_goal,), (about_step,))


@pytest.mark.parametrize(
    ("values", "is_late"),
    [
        ({"by_date": date(2026, 3, 1)}, True),
        ({"by_date": date(2026, 3, 2)}, False),
        ({"by_date": date(2026, 3, 1), "done_at": NOON}, False),
        ({"by_date": date(2026, 3, 1), "doer": StepDoer.YOUNG_PERSON}, False),
        ({"by_date": None}, False),
    ],
)
def test_only_what_the_service_said_and_did_not_do_in_time_is_a_late_promise(
    plan: WholePlan, values: dict[str, object], is_late: bool
) -> None:
    step = factories.step(plan.goal, **{"doer": StepDoer.ADVISER} | values)
    put_away = factories.goal(plan.yara, state=GoalState.PUT_AWAY)
    factories.step(put_away, **values)

    with held_at(NOON):
        late = [late.step for late in read(plan).late_promises]

    assert late == ([step] if is_late else [])


def test_plan_names_the_adviser_of_now_and_the_next_review(plan: WholePlan) -> None:
    factories.review(plan.yara, date(2026, 1, 1), held_date=date(2026, 1, 1))
    assert (read(plan).adviser_name, read(plan).review_date) == ("Ines Invented", None)

    factories.review(plan.yara, date(2026, 6, 1))
    plan.yara.allocation_rows.update(ended_at=NOON)

    assert (read(plan).adviser_name, read(plan).review_date) == ("", date(2026, 6, 1))


def test_wins_come_newest_first_and_the_plan_shows_a_few(plan: WholePlan) -> None:
    for day in (3, 1, 4, 2):
        Win.objects.create(
            authority=plan.yara.authority,
            young_person=plan.yara,
            words=f"Win {day}",
            on_date=date(2026, 3, day),
            sharing=WinSharing.ADVISER,
        )

    found = queries.wins(actor=plan.owner, young_person_id=plan.yara.pk)

    assert [win.words for win in found.wins] == ["Win 4", "Win 3", "Win 2", "Win 1"]
    assert [win.words for win in read(plan).latest_wins] == ["Win 4", "Win 3", "Win 2"]


def test_who_may_read_a_plan_and_its_parts(plan: WholePlan) -> None:
    said = actions.say_goal_not_meant(actor=plan.owner, goal_id=plan.goal.pk)
    yara = plan.yara.pk
    reads: list[Callable[..., object]] = [
        lambda actor: queries.plan(actor=actor, young_person_id=yara),
        lambda actor: queries.wins(actor=actor, young_person_id=yara),
        lambda actor: queries.goal(actor=actor, young_person_id=yara, goal_id=plan.goal.pk),
        lambda actor: queries.step(actor=actor, young_person_id=yara, step_id=plan.step.pk),
        lambda actor: queries.not_meant(actor=actor, young_person_id=yara, not_meant_id=said.pk),
    ]
    may, may_not = plan.people_who_may(), plan.people_who_may_not()
    for ask in reads:
        for actor in may.values():
            assert ask(actor)
        for actor in may_not.values():
            with pytest.raises(NotVisible):
                ask(actor)


def test_a_line_is_not_found_under_another_persons_name(plan: WholePlan) -> None:
    zane = factories.young_person(plan.yara.authority, "Zane Notreal")
    factories.allocate(zane, plan.ines)

    with pytest.raises(NotVisible):
        queries.goal(actor=plan.adviser, young_person_id=zane.pk, goal_id=plan.goal.pk)
    with pytest.raises(NotVisible):
        queries.step(actor=plan.adviser, young_person_id=zane.pk, step_id=plan.step.pk)


def test_number_of_queries_does_not_grow(
    plan: WholePlan, django_assert_num_queries: Callable[[int], CaptureQueriesContext]
) -> None:
    owner = plan.owner

    def fill(goals: int) -> None:
        for number in range(goals):
            goal = actions.start_goal(actor=owner, young_person_id=plan.yara.pk, words=f"I want {number}")
            actions.edit_goal(actor=owner, goal_id=goal.pk, words=f"I want {number} more", version=1)
            step = actions.add_step(actor=owner, goal_id=goal.pk, words="Try", doer=StepDoer.ADVISER)
            actions.tick_step(actor=owner, step_id=step.pk)
            actions.say_step_not_meant(actor=owner, step_id=step.pk)
            actions.record_win(actor=owner, young_person_id=plan.yara.pk, words=f"Win {number}")

    for goals in (1, 29):
        fill(goals)
        with django_assert_num_queries(10):
            assert people_named(queries.plan(actor=owner, young_person_id=plan.yara.pk)) == {"Yara Notreal"}
        with django_assert_num_queries(2):
            queries.wins(actor=owner, young_person_id=plan.yara.pk)


def people_named(found: queries.Plan) -> set[str]:
    """Everybody whom a page about the plan names."""
    steps = [step for goal in found.goals for step in goal.steps]
    kept = [line for goal in found.goals for line in goal.said_before] + [
        line for step in steps for line in step.said_before
    ]
    return {str(line.written_by) for line in kept} | {str(step.step.done_by) for step in steps if step.step.done_at}
