"""Everyday successes."""

from datetime import date, timedelta

from ownpath.core import clock
from ownpath.demonstration import moments, sentences
from ownpath.demonstration.life import Life
from ownpath.plans.models import Win

OWN = 0.7  # how many are told by the young person; the adviser notes the others with them


def write(life: Life) -> None:
    """Some now and then since the person joined, as many as suit the time."""
    days = (life.today - life.person.joined_date).days
    for _ in range(life.rng.randint(0, max(1, days // 120))):
        day = life.today - timedelta(days=life.rng.randint(1, max(2, days)))
        known = sentences.wins(life.tags(moments.whenever(life.rng, day)))
        words = sentences.freshest(life, known)
        if words and day > life.person.joined_date:
            win(life, words, day)


def win(life: Life, words: str, day: date, *, is_own: bool | None = None) -> Win:
    """One win, added on the same day."""
    at = min(moments.whenever(life.rng, day), clock.now())
    is_own = life.rng.random() < OWN if is_own is None else is_own
    by = life.user if is_own and life.user else life.adviser_at(at)
    return life.rows.add(Win(**life.owned(), words=words, on_date=day, added_by=by, added_at=at))
