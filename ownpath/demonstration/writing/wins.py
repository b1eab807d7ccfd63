"""Everyday successes."""

from datetime import date, timedelta
from typing import Any

from ownpath.core import clock
from ownpath.demonstration import moments, sentences
from ownpath.demonstration.drawings import drawing
from ownpath.demonstration.life import Life
from ownpath.plans.enums import WinSharing
from ownpath.plans.models import Win, WinPhoto, WinVersion

OWN = 0.7  # how many are told by the young person; the adviser notes the others with them
FOR_WHOM = {WinSharing.PRIVATE: 3, WinSharing.ADVISER: 5, WinSharing.TOGETHER: 2}


def write(life: Life) -> None:
    """Some now and then since the person joined, as many as suit the time."""
    days = (life.today - life.person.joined_date).days
    for _ in range(life.rng.randint(0, max(1, days // 120))):
        day = life.today - timedelta(days=life.rng.randint(1, max(2, days)))
        known = sentences.wins(life.tags(moments.whenever(life.rng, day)))
        words = sentences.freshest(life, known)
        if words and day > life.person.joined_date:
            win(life, words, day)


def win(life: Life, words: str, day: date, *, is_own: bool | None = None, **told: Any) -> Win:
    """One win, added on the same day; `told` may say for whom it is, that nobody kept it yet, and what its photo is."""
    at = min(moments.whenever(life.rng, day), clock.now())
    is_own = life.rng.random() < OWN if is_own is None else is_own
    by = life.user if is_own and life.user else life.adviser_at(at)
    row = Win(**life.owned(), words=words, on_date=day, written_by=by, added_by=by, added_at=at)
    is_their_own = by is not None and by == life.user
    chosen = life.rng.choices(list(FOR_WHOM), list(FOR_WHOM.values()))[0]
    row.sharing = told.get("sharing", chosen if is_their_own else WinSharing.ADVISER)
    row.kept_at = None if told.get("is_waiting") else at
    life.rows.add(row)
    life.rows.add(
        WinVersion(
            **life.owned(),
            win=row,
            version=1,
            words=words,
            sharing=row.sharing,
            written_by=by,
            saved_by=by,
            saved_at=at,
        )
    )
    if "photo" in told:
        photo = WinPhoto(**life.owned(), win=row, alt=told["alt"])
        photo.show(drawing(told["photo"]))
        life.rows.add(photo)
    return row
