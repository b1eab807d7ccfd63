"""A goal or step as somebody saved it: every save is kept, as the plan's own actions keep it."""

from datetime import datetime

from ownpath.accounts.models import User
from ownpath.demonstration.life import Life
from ownpath.plans.models import Goal, GoalVersion, Step, StepVersion


def keep_goal(life: Life, goal: Goal, by: User | None, at: datetime) -> None:
    """The goal as it stands now."""
    row = GoalVersion(**life.owned(), goal=goal, version=goal.version, words=goal.words, state=goal.state)
    row.saved_by, row.saved_at, row.written_by = by, at, goal.written_by
    life.rows.add(row)


def keep_step(life: Life, step: Step, by: User | None, at: datetime) -> None:
    """The step as it stands now."""
    row = StepVersion(**life.owned(), step=step, version=step.version, words=step.words, doer=step.doer)
    row.doer_name, row.by_date, row.is_done = step.doer_name, step.by_date, step.done_at is not None
    row.saved_by, row.saved_at, row.written_by = by, at, step.written_by
    life.rows.add(row)
