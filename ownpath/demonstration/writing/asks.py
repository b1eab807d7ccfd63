"""What was asked for: most of it spoken about within days, a little of it still open."""

from datetime import datetime, timedelta

from ownpath.core import clock
from ownpath.demonstration import moments, sentences
from ownpath.demonstration.life import Life
from ownpath.people.models import Contact
from ownpath.support.actions.asking import promise
from ownpath.support.enums import AskKind, EntryKind
from ownpath.support.models import Ask, AskEntry, Standards

from .contacts import contact


def write(life: Life, standards: Standards, *, open_ask: AskKind | None) -> None:
    """Perhaps an ask in the past, and one that is open now where there is to be one."""
    if life.user is None:
        return
    months = (life.today - life.person.joined_date).days // 30
    if months > 2 and life.rng.random() < 0.12:
        day = life.today - timedelta(days=life.rng.randint(20, months * 30 - 10))
        _answered(life, _ask(life, AskKind.HELP, moments.whenever(life.rng, day), standards))
    if open_ask is not None:
        hours = 9 if open_ask == AskKind.NOT_SAFE else life.rng.randint(20, 100)
        _ask(life, open_ask, clock.now() - timedelta(hours=hours), standards)


def asked(life: Life, kind: AskKind, words: str, at: datetime, standards: Standards, *, area: str = "") -> Ask:
    """One ask as it was made, with what was promised about it."""
    titles = {area["id"]: area["title"] for area in life.pack.document["areas"]}
    row = Ask(**life.owned(), kind=kind, area=area, area_title=titles.get(area, ""), words=words, asked_at=at)
    promise(row, standards, at)
    return life.rows.add(row)


def spoken_about(life: Life, ask: Ask, spoken: Contact) -> None:
    """The contact that ended one of the quick kinds, with its line in the conversation."""
    by, at = spoken.recorded_by, spoken.recorded_at
    ask.answered_at, ask.answered_by, ask.answered_in, ask.heard_at = at, by, spoken, at
    ask.version += 1
    life.rows.add(AskEntry(**life.owned(), ask=ask, kind=EntryKind.SPOKE, by=by, at=spoken.at))


def _ask(life: Life, kind: AskKind, at: datetime, standards: Standards) -> Ask:
    script = life.rng.choice(sentences.asks(kind))
    return asked(life, kind, script["words"], at, standards, area=script.get("area", ""))


def _answered(life: Life, ask: Ask) -> None:
    """Spoken about in a call one to three days later; stays open where nobody was their adviser then."""
    at = moments.at_work(life.rng, clock.day_of(ask.asked_at) + timedelta(days=life.rng.randint(3, 5)))
    spoken = contact(
        life,
        at,
        is_reached=True,
        way="call",
        words="Rang about what they asked for. Sorted the first bit of it together.",
    )
    if spoken is None:
        life.rows.drop(ask)
    else:
        spoken_about(life, ask, spoken)
