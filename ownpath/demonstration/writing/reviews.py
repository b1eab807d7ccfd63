"""When the plan was looked at together, and when it will be."""

from datetime import date, timedelta

from ownpath.core import clock
from ownpath.demonstration import moments
from ownpath.demonstration.life import Life
from ownpath.plans.models import Review

EVERY_MONTHS = 6  # Care Leavers Regulations 2010, regulation 7(2)
LATE = 0.06


def write(life: Life) -> None:
    """Held about every six months since the person joined; the next is due at most six months after. A few are late."""
    due = life.person.joined_date + timedelta(days=life.rng.randint(60, 150))
    lateness = timedelta(days=life.rng.randint(5, 40) if life.rng.random() < LATE else 0)
    while due < life.today - lateness:
        held = due - timedelta(days=life.rng.randint(0, 20))
        review(life, due, held)
        due = clock.months_after(held, EVERY_MONTHS)
    if life.adviser_at(clock.now()) is not None:
        review(life, due, None)


def review(life: Life, due: date, held: date | None) -> None:
    """One review, set six months before or when the person joined."""
    at = moments.at_work(life.rng, max(clock.months_after(due, -EVERY_MONTHS), life.person.joined_date))
    life.rows.add(Review(**life.owned(), due_date=due, held_date=held, set_by=life.adviser_at(at), set_at=at))
