"""Asking for something."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people import queries as people
from ownpath.people.actions.ending import come_back_if_ended
from ownpath.people.models import Allocation, YoungPerson
from ownpath.support import queries, rules
from ownpath.support.enums import FOR_MANAGERS, AskKind
from ownpath.support.models import Ask, Standards

from .calling import call_for


@action
def raise_ask(
    *,
    actor: Actor,
    kind: AskKind,
    area: str = "",
    area_title: str = "",
    words: str = "",
    about: str = "",
    offer_entry_id: UUID | None = None,
) -> Audited[Ask]:
    """A young person asks for something; whoever has it sees it at once. Not feeling safe also calls people at once. A
    record that has ended opens again.

    Only for oneself, else `NotAllowed`. `area_title` is the pack's title of the area as they read it, `about` the words
    of the step that it is about. Asking again in words adds another ask: each is kept as it was said. Pressing again,
    without words, for what is still open leads to that one; but who does not feel safe is heard each time.
    `NotVisible` for an entry that is not in the offer.
    """
    require(rules.can_ask(actor))
    person = people.young_person(actor=actor, young_person_id=actor.young_person_id)
    come_back_if_ended(actor, person.pk)
    entry = queries.offer_entry(actor=actor, entry_id=offer_entry_id) if offer_entry_id else None
    wanted = {"kind": kind, "area": area, "about": about[:300], "offer_entry": entry}
    if not words.strip() and kind != AskKind.NOT_SAFE and (same := _still_open(person, wanted)):
        return Audited(same, about=same, young_person_id=person.pk)
    made = _new(actor, person, kind, words)
    made.area, made.area_title, made.about, made.offer_entry = area, area_title, about[:300], entry
    made.save()
    if kind == AskKind.NOT_SAFE:
        call_for(actor, made)
    return Audited(made, about=made, young_person_id=person.pk)


@action
def write_ask_down(*, actor: Actor, young_person_id: UUID, kind: AskKind, words: str) -> Audited[Ask]:
    """Staff write down what a young person asked for aloud. It is theirs from then on, like any other, and opens a
    record that has ended.

    `NotVisible` for somebody the actor may not see; `NotAllowed` for a kind that only the young person presses.
    """
    person = people.young_person(actor=actor, young_person_id=young_person_id)
    require(rules.can_write_down(actor, person, kind))
    come_back_if_ended(actor, person.pk)
    made = _new(actor, person, kind, words)
    made.written_by_id = actor.user_id
    made.save()
    return Audited(made, about=made, young_person_id=person.pk)


def promise(ask: Ask, standards: Standards, opened_at: datetime) -> None:
    """Put down from when it waits, and by when they hear and, for some kinds, by when it is decided."""
    day = clock.day_of(opened_at)
    ask.opened_at, ask.heard_at = opened_at, None
    days = standards.days_for(AskKind(ask.kind))
    ask.hear_by = None if days is None else date.fromordinal(day.toordinal() + days)
    ask.decide_by = None
    if ask.kind == AskKind.COMPLAINT:
        ask.decide_by = date.fromordinal(day.toordinal() + standards.complaint_days)
    elif ask.kind == AskKind.DATA:
        ask.decide_by = date.fromordinal(day.toordinal() + standards.data_complaint_days)
    elif ask.kind == AskKind.RECORDS:
        ask.decide_by = clock.months_after(day, standards.records_months)


def _new(actor: Actor, person: YoungPerson, kind: AskKind, words: str) -> Ask:
    now = clock.now()
    made = Ask(authority_id=person.authority_id, young_person=person, kind=kind, words=words.strip(), asked_at=now)
    promise(made, queries.standards(actor=actor), now)
    if kind in FOR_MANAGERS:
        allocation = people.allocation_of(actor=actor, young_person_id=person.pk)
        made.about_adviser = allocation.adviser if allocation else None
        made.held_by = _manager(actor, allocation)
    return made


def _still_open(person: YoungPerson, wanted: dict[str, Any]) -> Ask | None:
    YoungPerson.objects.select_for_update(no_key=True).get(pk=person.pk)  # held, so that two presses make one
    return Ask.objects.filter(young_person=person, words="", answered_at=None, **wanted).order_by("pk").first()


def _manager(actor: Actor, allocation: Allocation | None) -> User | None:
    return next(iter(queries.managers_for(actor=actor, allocation=allocation)), None)
