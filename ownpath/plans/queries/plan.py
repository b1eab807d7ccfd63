"""One young person's plan, whole: their goals with steps, what each line said before, what we promised."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from uuid import UUID

from django.db.models import Prefetch

from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.people.queries import allocation_of, young_person
from ownpath.plans.enums import GoalState, StepDoer
from ownpath.plans.models import Goal, GoalVersion, NotMeant, Review, Step, StepVersion, Win
from ownpath.surveys.queries import own_answers

from .lines import STEP_ORDER, goals
from .statements import statement_of
from .wins import win_rows, with_photos

WINS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A step, what it said before (the newest first), and what the young person said against it. `own_words` are what
    they wrote themselves, where it says somebody else's words now.
    """

    step: Step
    own_words: str
    said_before: tuple[StepVersion, ...]
    not_meant: tuple[NotMeant, ...]
    is_late: bool

    @property
    def is_promise(self) -> bool:
        """Whether the service said that it would do this."""
        return self.step.doer == StepDoer.ADVISER


@dataclass(frozen=True, slots=True)
class PlanGoal:
    """A goal: steps and those let go, what it said before (the newest first), what the young person said against it.
    `own_words` as for a step; `said` is what they said in the answer that it springs from, for their own eyes.
    """

    goal: Goal
    own_words: str
    said: str
    steps: tuple[PlanStep, ...]
    let_go: tuple[PlanStep, ...]
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
        .select_related("written_by", "created_by", "from_answer")
        .prefetch_related(
            _saved(GoalVersion, "versions"),
            Prefetch("not_meant", NotMeant.objects.select_related("settled_by").order_by("said_at", "pk")),
            Prefetch("steps", Step.objects.select_related(*_PEOPLE_OF_STEP).order_by(*STEP_ORDER)),
            _saved(StepVersion, "steps__versions"),
        )
    )
    allocation = allocation_of(actor=actor, young_person_id=person.pk)
    today = clock.today()
    own = _own_answers(actor, lines)
    return Plan(
        young_person=person,
        adviser_name=allocation.adviser.name if allocation else "",
        goals=tuple(_goal(goal, person, today, own) for goal in lines),
        statement=statement_of(person),
        review_date=Review.objects.filter(young_person=person, held_date=None)
        .values_list("due_date", flat=True)
        .first(),
        latest_wins=tuple(with_photos(win_rows(actor=actor).shared()).filter(young_person=person)[:WINS_SHOWN]),
    )


_PEOPLE_OF_STEP = ("done_by", "let_go_by", "written_by", "created_by")


def _saved(versions: type[GoalVersion] | type[StepVersion], lookup: str) -> "Prefetch[str]":
    return Prefetch(lookup, versions.objects.select_related("written_by").order_by("version"))


def _own_answers(actor: Actor, lines: Iterable[Goal]) -> set[UUID | None]:
    """The answers from which these goals spring that are the actor's own, and open to them. A query only while nobody
    has checked who they are.
    """
    ids = {goal.from_answer_id for goal in lines} if actor.young_person_id else set()
    if actor.unchecked_since is None:
        return ids
    return set(own_answers(actor=actor).filter(pk__in=ids).values_list("pk", flat=True))


def _goal(goal: Goal, person: YoungPerson, today: date, own: set[UUID | None]) -> PlanGoal:
    not_meant = goal.not_meant.all()
    steps = [
        _step(step, [said for said in not_meant if said.step_id == step.pk], person, today) for step in goal.steps.all()
    ]
    versions = list(goal.versions.all())
    return PlanGoal(
        goal=goal,
        own_words=_own_words(goal, versions, person),
        said=_said(goal, person) if goal.from_answer_id in own else "",
        steps=tuple(step for step in steps if step.step.let_go_at is None),
        let_go=tuple(step for step in steps if step.step.let_go_at is not None),
        said_before=_before(versions, "words"),
        not_meant=tuple(said for said in not_meant if said.step_id is None),
    )


def _step(step: Step, not_meant: list[NotMeant], person: YoungPerson, today: date) -> PlanStep:
    versions = list(step.versions.all())
    return PlanStep(
        step=step,
        own_words=_own_words(step, versions, person),
        said_before=_before(versions, "words", "doer", "doer_name", "by_date"),
        not_meant=tuple(not_meant),
        is_late=step.done_at is None and step.by_date is not None and step.by_date < today,
    )


def _said(goal: Goal, person: YoungPerson) -> str:
    answer = goal.from_answer
    is_theirs = goal.written_by_id == person.user_id
    return "" if answer is None or is_theirs or answer.withdrawn_at else answer.words


def _own_words(line: Goal | Step, versions: list[GoalVersion] | list[StepVersion], person: YoungPerson) -> str:
    if person.user_id is None or line.written_by_id == person.user_id:
        return ""
    theirs = [kept.words for kept in versions if kept.written_by_id == person.user_id]
    return theirs[-1] if theirs else ""


def _before[Kept: (GoalVersion, StepVersion)](versions: list[Kept], *fields: str) -> tuple[Kept, ...]:
    """What it said before it says what it says now, the newest first: of each time the version in which it began."""
    times = [next(same) for _content, same in groupby(versions, key=attrgetter(*fields))]
    return tuple(reversed(times[:-1]))
