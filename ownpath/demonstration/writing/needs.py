"""What somebody asked for in their own words, the conversation about it, and the money for setting up home."""

from datetime import datetime, timedelta
from typing import Any

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.demonstration import moments, sentences
from ownpath.demonstration.life import Life
from ownpath.support.actions.asking import promise
from ownpath.support.enums import FOR_MANAGERS, AllowanceKind, AskKind, Called, Decision, EntryKind
from ownpath.support.models import AllowanceLine, Ask, AskEntry, CallOut, Standards

from .asks import asked

type Told = dict[str, Any]
FROM_THEM = (EntryKind.LINE, EntryKind.HELPED, EntryKind.AGAIN)
HAS_ASKED, WAITS = 0.16, 0.3
HAS_ALLOWANCE = 0.35
USUAL = 3000
NEWEST = 4  # among the latest rows of all lives
LIVES_ALONE = frozenset("UKDT")


def write(life: Life, standards: Standards, manager: User | None) -> None:
    """The asks and the allowance of one life."""
    told = sentences.needs(life.person.name)
    if told is not None:
        for each in told:
            _ask(life, each, standards, manager)
    elif life.user and life.rng.random() < HAS_ASKED and (clock.today() - life.person.joined_date).days > 60:
        _invented(life, standards, manager)
    _allowance(life)
    for ask in life.rows.of(Ask)[-NEWEST:]:
        if ask.young_person_id == life.person.pk and ask.kind == AskKind.NOT_SAFE and ask.is_open:
            _call(life, ask, standards, manager)


def _invented(life: Life, standards: Standards, manager: User | None) -> None:
    """One ask that was decided some time ago, or one that still waits; of these a few are late."""
    script = life.rng.choice(sentences.needs("anybody") or [])
    if life.rng.random() < WAITS:
        _ask(life, {**script, "days_ago": life.rng.choice((0, 1, 1, 2, 5))}, standards, manager)
        return
    ago = life.rng.randint(14, 55)
    said = [
        {"kind": "answer", "days_ago": ago - 1, "words": script["answer"]},
        {"kind": "decided", "days_ago": ago - 6, "decision": script["decision"], "words": script["reason"]},
    ]
    _ask(life, {**script, "days_ago": ago, "said": said}, standards, manager)


def _ask(life: Life, told: Told, standards: Standards, manager: User | None) -> None:
    asked_at = _moment(life, told["days_ago"], hour=9)
    adviser = life.adviser_at(asked_at)
    if adviser is None:
        return
    ask = asked(life, AskKind(told["kind"]), told["words"], asked_at, standards)
    ask.about = told.get("about", "")
    if ask.kind in FOR_MANAGERS:
        ask.about_adviser, ask.held_by = adviser, manager
    for place, said in enumerate(told.get("said", [])):
        staff = manager if said.get("by") == "manager" or adviser is None else adviser
        _entry(life, ask, said, staff, manager, standards, _moment(life, said["days_ago"], hour=10 + place))


def _entry(
    life: Life, ask: Ask, said: Told, staff: User | None, manager: User | None, standards: Standards, at: datetime
) -> None:
    kind = EntryKind(said["kind"])
    row = AskEntry(**life.owned(), ask=ask, kind=kind, words=said.get("words", ""), at=at)
    row.by = life.user if kind in FROM_THEM else staff
    ask.version += 1
    if kind in (EntryKind.ANSWER, EntryKind.DECIDED):
        ask.heard_at = ask.heard_at or at
    if kind == EntryKind.GIVEN and manager is not None:
        row.given_to, ask.held_by = manager.name, manager
    if kind == EntryKind.DECIDED and staff is not None:
        row.decision, row.decided_by, row.given_to = Decision(said["decision"]), staff.name, said.get("to", "")
        ask.decision, ask.reason, ask.decided_by, ask.passed_to = row.decision, row.words, staff.name, row.given_to
        ask.answered_at, ask.answered_by = at, staff
    if kind == EntryKind.AGAIN:
        ask.decision = ask.reason = ask.decided_by = ask.passed_to = ""
        ask.answered_at = ask.answered_by = None
        promise(ask, standards, at)
    life.rows.add(row)


def _call(life: Life, ask: Ask, standards: Standards, manager: User | None) -> None:
    """Who was called, and since nobody has spoken with them, the manager an hour later."""
    adviser, climbed_at = life.adviser_at(ask.opened_at), ask.opened_at + timedelta(minutes=standards.climb_minutes)
    for called, user, at in (
        (Called.ADVISER, adviser, ask.opened_at),
        (Called.DUTY, None, ask.opened_at),
        (Called.MANAGER, manager, climbed_at),
    ):
        if user or called == Called.DUTY:
            row = CallOut(**life.owned(), ask=ask, called=called, user=user, called_at=at, tried_at=at, sent_at=at)
            row.address = user.email if user else standards.duty_addresses[0]
            life.rows.add(row)


def _allowance(life: Life) -> None:
    told = sentences.allowance(life.person.name)
    if told is not None:
        agreed = moments.days_ago(told["days_ago"])
        _line(life, agreed, "Agreed with the panel", told["agreed"], kind=AllowanceKind.AGREED)
        for days, words, pounds, *reason in told["lines"]:
            _line(life, agreed + timedelta(days=days), words, pounds, *reason)
    elif life.card.home in LIVES_ALONE and life.user and life.rng.random() < HAS_ALLOWANCE:
        ago = life.rng.randint(40, 300)
        _line(life, moments.days_ago(ago), "Agreed with the panel", USUAL, kind=AllowanceKind.AGREED)
        for words, pounds in life.rng.sample(sentences.allowance("anybody") or [], life.rng.randint(1, 5)):
            _line(life, moments.days_ago(life.rng.randint(1, ago)), words, pounds)


def _line(
    life: Life, day: Any, words: str, pounds: float, reason: str = "", *, kind: AllowanceKind = AllowanceKind.SPENT
) -> None:
    at = moments.at_work(life.rng, day)
    row = AllowanceLine(**life.owned(), kind=kind, on_date=day, words=words, pence=round(pounds * 100), reason=reason)
    row.recorded_by, row.recorded_at = life.adviser_at(at), at
    life.rows.add(row)


def _moment(life: Life, days_ago: int, *, hour: int) -> datetime:
    """In that order within a day, and never later than now."""
    day = moments.days_ago(days_ago)
    at = datetime.combine(day, datetime.min.time(), clock.LONDON) + timedelta(
        hours=hour, minutes=life.rng.randint(0, 50)
    )
    return min(at, clock.now() - timedelta(minutes=30))
