"""Goals with their steps: what grew out of answers, what was done, and what we promised and did not do."""

from datetime import date, datetime, timedelta
from typing import Any

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.demonstration import moments, sentences
from ownpath.demonstration.life import Life
from ownpath.plans.enums import GoalState, StepDoer
from ownpath.plans.models import Goal, Step
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AreaAnswer

from .saving import keep_goal, keep_step
from .wins import win

type Script = dict[str, Any]

DOERS = {"me": StepDoer.YOUNG_PERSON, "adviser": StepDoer.ADVISER}
LATE, ANYBODY = "late", frozenset({"left_care"})
HARD, MOST_FROM_ONE_RESPONSE = 3, 3
TALKED_ABOUT, BESIDES = 0.75, 0.08
RECENT = timedelta(days=120)
OLD_AND_OVER, DONE_AND_OVER, REACHED = 0.8, 0.6, 0.85
DONE_BY_ITS_DAY = 0.75


def write(life: Life) -> None:
    """From most responses one or two goals, made with the adviser when they next met."""
    started: set[str] = set()
    for answer in leading_to_goals(life):
        at = moments.at_work(life.rng, clock.day_of(answer.saved_at) + timedelta(days=life.rng.randint(2, 16)))
        known = [script for script in sentences.goals(answer.area, life.tags(at)) if script["want"] not in started]
        if at < clock.now() and known and life.adviser_at(at):
            script = min(known, key=lambda script: (life.heard[script["want"]], life.rng.random()))
            life.heard[script["want"]] += 1
            started.add(script["want"])
            goal_with_steps(life, answer, script, at)
    if life.story.has_late_promise:
        break_a_promise(life)


def leading_to_goals(life: Life) -> list[AreaAnswer]:
    """Shared answers about what matters most to them, and some others that are hard; at most three of a response."""
    chosen: dict[object, list[AreaAnswer]] = {}
    for answer in life.answers:
        of_response = chosen.setdefault(answer.response_id, [])
        chance = TALKED_ABOUT if answer.pk in life.matters else BESIDES if (answer.now or HARD) < HARD else 0
        is_shared = answer.sharing == Sharing.SHARED and not answer.is_not_now
        if is_shared and len(of_response) < MOST_FROM_ONE_RESPONSE and life.rng.random() < chance:
            of_response.append(answer)
    return [answer for answers in chosen.values() for answer in answers]


def goal_with_steps(life: Life, answer: AreaAnswer | None, script: Script, at: datetime) -> Goal:
    """One goal. An older one is mostly over, all its steps done; one with every step done is mostly over, too."""
    goal = begin(life, script["want"], at, answer)
    is_old = clock.now() - at > RECENT and life.rng.random() < OLD_AND_OVER
    steps = []
    for number, step in enumerate(script["steps"]):
        due = clock.day_of(at) + timedelta(days=12 + 16 * number + life.rng.randint(0, 8))
        steps.append(step_by(life, goal, step, due=due, at=at, is_done=True if is_old else None))
    done = [step.done_at for step in steps if step.done_at]
    if len(done) == len(steps) and (is_old or life.rng.random() < DONE_AND_OVER):
        close(life, goal, script, max(done))
    return goal


def begin(
    life: Life, words: str, at: datetime, answer: AreaAnswer | None, *, area: str = "", by: User | None = None
) -> Goal:
    """A goal as it was first written down: with the adviser, unless told who did it."""
    author = by or life.adviser_at(at) or life.user
    goal = Goal(**life.owned(), words=words, from_answer=answer, created_by=author, created_at=at)
    goal.written_by, goal.written_at = author, at
    goal.area = answer.area if answer else area
    keep_goal(life, goal, author, at)
    return life.rows.add(goal)


def step_by(life: Life, goal: Goal, script: Script, *, due: date, at: datetime, is_done: bool | None = None) -> Step:
    """One step; unless told otherwise, done when its day has passed. What an adviser promised and has not done yet is
    due in the coming weeks: a late promise is a story of its own.
    """
    doer = DOERS.get(script["who"], StepDoer.OTHER)
    is_past = due < life.today - timedelta(days=3)
    if is_done is None:
        is_done = is_past and (doer == StepDoer.ADVISER or life.rng.random() < DONE_BY_ITS_DAY)
    step = Step(**life.owned(), goal=goal, words=script["what"], doer=doer, by_date=due, created_at=at)
    step.doer_name = script["who"] if doer == StepDoer.OTHER else ""
    step.created_by = step.written_by = life.adviser_at(at) or life.user
    step.written_at = at
    keep_step(life, step, step.created_by, at)
    if is_done:
        day = min(due + timedelta(days=life.rng.randint(-6, 5)), life.today - timedelta(days=1))
        do(life, step, max(moments.whenever(life.rng, day), at + timedelta(hours=1)))
    return life.rows.add(step)


def do(life: Life, step: Step, at: datetime) -> None:
    """Mark a step done, by whoever does it; what others do, the adviser ticks."""
    step.done_at = at
    step.done_by = life.user if step.doer == StepDoer.YOUNG_PERSON and life.user else life.adviser_at(at)
    step.version += 1
    keep_step(life, step, step.done_by, at)


def close(life: Life, goal: Goal, script: Script, at: datetime) -> None:
    """Reached, with its win; or put away, because something else matters more now."""
    is_reached = life.rng.random() < REACHED
    goal.state = GoalState.REACHED if is_reached else GoalState.PUT_AWAY
    goal.version += 1
    closed_at = min(at + timedelta(hours=26), clock.now())
    keep_goal(life, goal, life.user or life.adviser_at(closed_at), closed_at)
    if is_reached and "win" in script:
        win(life, sentences.fill(life, script["win"]), clock.day_of(closed_at))


def break_a_promise(life: Life) -> None:
    """Something that the adviser said they would do, and its day is over."""
    at = moments.at_work(life.rng, life.today - timedelta(days=life.rng.randint(35, 60)))
    if life.adviser_at(at) is None:
        return
    late = life.rng.choice(sentences.goals(LATE, life.tags(at)) or sentences.goals(LATE, ANYBODY))
    shared = [row for row in life.answers if row.sharing == Sharing.SHARED and row.saved_at < at and not row.is_not_now]
    answer = next((row for row in reversed(shared) if row.area == late["area"]), None)
    goal = begin(life, late["want"], at, answer, area=late["area"])
    *kept, broken = late["steps"]
    for step in kept:
        step_by(life, goal, step, due=clock.day_of(at) + timedelta(days=9), at=at, is_done=True)
    step_by(life, goal, broken, due=life.today - timedelta(days=life.rng.randint(4, 25)), at=at, is_done=False)
