"""One young person's plan, whole: their goals with steps, what each line said before, what we promised."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from uuid import UUID

from django.db.models import Prefetch

from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.people.queries import allocation_of, young_person
from ownpath.plans.enums import GoalState, StepDoer
from ownpath.plans.models import Goal, GoalVersion, NotMeant, Review, Step, StepVersion, Win

from .lines import STEP_ORDER, goals
from .statements import statement_of
from .wins import win_rows, with_photos

WINS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A step, what it said before (the newest first), and what the young person said against it."""

    step: Step
    said_before: tuple[StepVersion, ...]
    not_meant: tuple[NotMeant, ...]
    is_late: bool

    @property
    def is_promise(self) -> bool:
        """Whether the service said that it would do this."""
        return self.step.doer == StepDoer.ADVISER


@dataclass(frozen=True, slots=True)
class PlanGoal:
    """A goal: steps and those let go, what it said before (the newest first), what the young person said against it."""

    goal: Goal
    steps: tuple[PlanStep, ...]
    let_go: tuple[Step, ...]
    said_before: tuple[GoalVersion, ...]
    not_meant: tuple[NotMeant, ...]

    @property
    def is_walked(self) -> bool:
        """Whether there were steps and all of them are done."""
        return bool(self.steps) and all(step.step.done_at for step in self.steps)


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as the young person and staff both see it. `review_date` is empty where nobody has set one;
    `statement` is what doing well means to the young person.
    """

    young_person: YoungPerson
    adviser_name: str
    goals: tuple[PlanGoal, ...]
    review_date: date | None
    latest_wins: tuple[Win, ...]
    statement: str

    @property
    def open_goals(self) -> list[PlanGoal]:
        """What is being worked on."""
        return self._in(GoalState.OPEN)

    @property
    def reached_goals(self) -> list[PlanGoal]:
        """What they got to."""
        return self._in(GoalState.REACHED)

    @property
    def goals_put_away(self) -> list[PlanGoal]:
        """What is not for now."""
        return self._in(GoalState.PUT_AWAY)

    @property
    def late_promises(self) -> list[PlanStep]:
        """What the service said it would do by a day that has passed."""
        return [step for goal in self.open_goals for step in goal.steps if step.is_promise and step.is_late]

    def _in(self, state: GoalState) -> list[PlanGoal]:
        return [goal for goal in self.goals if goal.goal.state == state]


def plan(*, actor: Actor, young_person_id: UUID) -> Plan:
    """The plan of one young person, the newest goal first; raises `NotVisible`. Ten queries, however long the plan."""
    person = young_person(actor=actor, young_person_id=young_person_id)
    lines = (
        goals(actor=actor)
        .filter(young_person=person)
        .order_by("-created_at", "-pk")
        .prefetch_related(
            _saved(GoalVersion, "versions"),
            Prefetch("not_meant", NotMeant.objects.select_related("settled_by").order_by("said_at", "pk")),
            Prefetch("steps", Step.objects.select_related("done_by", "let_go_by").order_by(*STEP_ORDER)),
            _saved(StepVersion, "steps__versions"),
        )
    )
    allocation = allocation_of(actor=actor, young_person_id=person.pk)
    today = clock.today()
    return Plan(
        young_person=person,
        adviser_name=allocation.adviser.name if allocation else "",
        goals=tuple(_goal(goal, today) for goal in lines),
        statement=statement_of(person),
        review_date=Review.objects.filter(young_person=person, held_date=None)
        .values_list("due_date", flat=True)
        .first(),
        latest_wins=tuple(with_photos(win_rows(actor=actor).shared()).filter(young_person=person)[:WINS_SHOWN]),
    )


def _saved(versions: type[GoalVersion] | type[StepVersion], lookup: str) -> "Prefetch[str]":
    return Prefetch(lookup, versions.objects.select_related("saved_by").order_by("version"))


def _goal(goal: Goal, today: date) -> PlanGoal:
    not_meant, steps = goal.not_meant.all(), goal.steps.all()
    return PlanGoal(
        goal=goal,
        steps=tuple(
            _step(step, [said for said in not_meant if said.step_id == step.pk], today)
            for step in steps
            if step.let_go_at is None
        ),
        let_go=tuple(step for step in steps if step.let_go_at is not None),
        said_before=_before(list(goal.versions.all()), "words"),
        not_meant=tuple(said for said in not_meant if said.step_id is None),
    )


def _step(step: Step, not_meant: list[NotMeant], today: date) -> PlanStep:
    return PlanStep(
        step=step,
        said_before=_before(list(step.versions.all()), "words", "doer", "doer_name", "by_date"),
        not_meant=tuple(not_meant),
        is_late=step.done_at is None and step.by_date is not None and step.by_date < today,
    )


def _before[Kept: (GoalVersion, StepVersion)](versions: list[Kept], *fields: str) -> tuple[Kept, ...]:
    """The versions that said something else than the one after them, the newest first."""

    def content(kept: Kept) -> list[object]:
        return [getattr(kept, field) for field in fields]

    pairs = pairwise(versions)
    changes = [(kept, after) for kept, after in pairs if content(kept) != content(after)]
    return tuple(kept for kept, _after in reversed(changes))
