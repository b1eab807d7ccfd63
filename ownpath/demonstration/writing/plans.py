"""Goals with their steps, wins and reviews."""

from datetime import date, datetime, timedelta
from typing import Any

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.demonstration import moments, sentences
from ownpath.demonstration.life import Life
from ownpath.plans.enums import GoalState, StepDoer
from ownpath.plans.models import Goal, GoalVersion, Review, Step, StepVersion, Win
from ownpath.surveys.enums import Sharing
from ownpath.surveys.models import AreaAnswer

REVIEW_EVERY_MONTHS = 6
LATE, ANYBODY = "late", frozenset({"left_care"})
RECENT = timedelta(days=120)
NOT_YET_GOOD = 3
DOERS = {"me": StepDoer.YOUNG_PERSON, "adviser": StepDoer.ADVISER}


def write(life: Life) -> None:
    """Goals from what was shared, everyday wins, and the reviews of the plan."""
    _write_goals(life)
    _write_wins(life)
    _write_reviews(life)


def _write_goals(life: Life) -> None:
    """From most responses one or two goals, made with the adviser when they next met."""
    started: set[str] = set()
    for answer in _leading_to_goals(life):
        at = moments.at_work(life.rng, clock.day_of(answer.saved_at) + timedelta(days=life.rng.randint(2, 16)))
        known = [goal for goal in sentences.goals(answer.area, life.tags(at)) if goal["want"] not in started]
        if at < clock.now() and known and life.adviser_at(at):
            script = min(known, key=lambda goal: (life.heard[goal["want"]], life.rng.random()))
            life.heard[script["want"]] += 1
            started.add(script["want"])
            write_goal(life, answer, script, at)
    if life.story.has_late_promise:
        _break_a_promise(life)


def _leading_to_goals(life: Life) -> list[AreaAnswer]:
    """Shared answers about what matters to them or is not good yet; at most two of a response."""
    chosen: dict[object, list[AreaAnswer]] = {}
    for answer in life.answers:
        if answer.sharing == Sharing.SHARED and answer.now and answer.now <= NOT_YET_GOOD:
            of_response = chosen.setdefault(answer.response_id, [])
            if len(of_response) < 2 and (answer.area in life.story.matters or life.rng.random() < 0.25):
                of_response.append(answer)
    return [answer for answers in chosen.values() for answer in answers]


def write_goal(life: Life, answer: AreaAnswer | None, script: dict[str, Any], at: datetime) -> Goal:
    """One goal with its steps. An older goal was mostly reached, and then there is its win."""
    author = life.adviser_at(at) or life.user
    goal = life.rows.add(
        Goal(
            **life.owned(),
            words=sentences.fill(life, script["want"]),
            area=answer.area if answer else "",
            from_answer=answer,
            created_by=author,
            created_at=at,
        )
    )
    _keep_goal(life, goal, author, at)
    is_over = clock.now() - at > RECENT and life.rng.random() < 0.7
    done_at = at
    for number, step in enumerate(script["steps"]):
        due = clock.day_of(at) + timedelta(days=12 + 16 * number + life.rng.randint(0, 8))
        done_at = write_step(life, goal, step, due=due, at=at, is_done=is_over or None)
    if is_over:
        _close(life, goal, script, done_at)
    return goal


def write_step(
    life: Life, goal: Goal, script: dict[str, str], *, due: date, at: datetime, is_done: bool | None = None
) -> datetime:
    """One step; unless told otherwise, done when its day has passed. What an adviser promised and has not done yet is
    due in the coming weeks: a late promise is a story of its own. Gives back when it was done, or its beginning.
    """
    doer = DOERS.get(script["who"], StepDoer.OTHER)
    is_past = due < life.today - timedelta(days=3)
    is_done = (is_past and (doer == StepDoer.ADVISER or life.rng.random() < 0.75)) if is_done is None else is_done
    if doer == StepDoer.ADVISER and not is_done and is_past:
        due = life.today + timedelta(days=life.rng.randint(4, 30))
    author = life.adviser_at(at) or life.user
    step = life.rows.add(
        Step(
            **life.owned(),
            goal=goal,
            words=sentences.fill(life, script["what"]),
            doer=doer,
            by_date=due,
            doer_name=script["who"] if doer == StepDoer.OTHER else "",
            created_by=author,
            created_at=at,
        )
    )
    _keep_step(life, step, author, at)
    return _do(life, step, at) if is_done else at


def _do(life: Life, step: Step, began_at: datetime) -> datetime:
    """Mark a step done around its day."""
    assert step.by_date is not None
    day = min(step.by_date + timedelta(days=life.rng.randint(-6, 5)), life.today - timedelta(days=1))
    step.done_at = max(moments.whenever(life.rng, day), began_at + timedelta(hours=1))
    step.done_by = life.user if step.doer == StepDoer.YOUNG_PERSON and life.user else life.adviser_at(step.done_at)
    step.version = 2
    _keep_step(life, step, step.done_by, step.done_at)
    return step.done_at


def _close(life: Life, goal: Goal, script: dict[str, Any], at: datetime) -> None:
    is_reached = life.rng.random() < 0.8
    goal.state = GoalState.REACHED if is_reached else GoalState.PUT_AWAY
    goal.version = 2
    closed_at = min(at + timedelta(days=1, hours=2), clock.now())
    _keep_goal(life, goal, life.user or life.adviser_at(closed_at), closed_at)
    if is_reached and script.get("win"):
        write_win(life, sentences.fill(life, script["win"]), clock.day_of(closed_at))


def _break_a_promise(life: Life) -> None:
    """Something that the adviser said they would do, and the day is over."""
    at = moments.at_work(life.rng, life.today - timedelta(days=life.rng.randint(35, 60)))
    shared = [row for row in life.answers if row.sharing == Sharing.SHARED and row.saved_at < at and not row.is_not_now]
    if life.adviser_at(at) is None:
        return
    late = life.rng.choice(sentences.goals(LATE, life.tags(at)) or sentences.goals(LATE, ANYBODY))
    answer = next((row for row in reversed(shared) if row.area == late["area"]), None)
    goal = write_goal(life, answer, {"want": late["want"], "steps": late["steps"][:-1]}, at)
    goal.area = late["area"]
    due = life.today - timedelta(days=life.rng.randint(4, 25))
    write_step(life, goal, late["steps"][-1], due=due, at=at, is_done=False)


def _write_wins(life: Life) -> None:
    """Some now and then, told by the young person or noted by the adviser with them."""
    months = (life.today - life.person.joined_date).days // 30
    for _ in range(life.rng.randint(0, max(1, months // 4))):
        day = life.today - timedelta(days=life.rng.randint(1, max(2, months * 30)))
        known = sentences.wins(life.tags(moments.whenever(life.rng, day)))
        words = sentences.freshest(life, known)
        if words and day > life.person.joined_date:
            write_win(life, words, day)


def write_win(life: Life, words: str, day: date) -> Win:
    """One win, added the same evening."""
    at = min(moments.whenever(life.rng, day), clock.now())
    is_own = life.user is not None and life.rng.random() < 0.7
    by = life.user if is_own else life.adviser_at(at)
    return life.rows.add(Win(**life.owned(), words=words, on_date=day, added_by=by, added_at=at))


def _write_reviews(life: Life) -> None:
    """Held about every six months since the person joined; the next is due at most six months after."""
    due = life.person.joined_date + timedelta(days=life.rng.randint(60, 150))
    is_late = life.rng.random() < 0.06
    while due < life.today - timedelta(days=25 if is_late else 0):
        held = due - timedelta(days=life.rng.randint(0, 20))
        _review(life, due, held)
        due = clock.months_after(held, REVIEW_EVERY_MONTHS)
    if life.adviser_at(clock.now()) is not None:
        _review(life, due, None)


def _review(life: Life, due: date, held: date | None) -> None:
    at = moments.at_work(life.rng, max(clock.months_after(due, -REVIEW_EVERY_MONTHS), life.person.joined_date))
    life.rows.add(Review(**life.owned(), due_date=due, held_date=held, set_by=life.adviser_at(at), set_at=at))


def _keep_goal(life: Life, goal: Goal, by: User | None, at: datetime) -> None:
    life.rows.add(
        GoalVersion(
            **life.owned(),
            goal=goal,
            version=goal.version,
            words=goal.words,
            state=goal.state,
            saved_by=by,
            saved_at=at,
        )
    )


def _keep_step(life: Life, step: Step, by: User | None, at: datetime) -> None:
    life.rows.add(
        StepVersion(
            **life.owned(),
            step=step,
            version=step.version,
            words=step.words,
            doer=step.doer,
            doer_name=step.doer_name,
            by_date=step.by_date,
            is_done=step.done_at is not None,
            saved_by=by,
            saved_at=at,
        )
    )
