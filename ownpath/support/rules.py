"""Who may ask, answer and decide, and what must be true of an answer."""

from datetime import datetime

from ownpath.accounts.enums import Permission
from ownpath.accounts.roles import may
from ownpath.core.actor import Actor
from ownpath.people.enums import ContactResult, ContactWay
from ownpath.people.models import Contact, YoungPerson
from ownpath.people.rules import can_work_with

from .enums import FOR_MANAGERS, QUICK, AskKind, Decision
from .models import Ask


def can_ask(actor: Actor) -> bool:
    """A young person, for themselves."""
    return may(actor, Permission.KEEP_OWN_RECORD) and actor.young_person_id is not None


def can_write_down(actor: Actor, young_person: YoungPerson, kind: AskKind) -> bool:
    """Staff who work with the young person write down what was asked aloud; not the presses that are theirs alone.

    A complaint that was only spoken is written down too (Children Act 1989 guidance, volume 3, chapter 9).
    """
    return can_work_with(actor, young_person) and kind not in QUICK


def reads_what_is_for_managers(actor: Actor) -> bool:
    """Complaints, and asking for a different adviser, are for managers and for whoever asked, never for an adviser."""
    return may(actor, Permission.SEE_AUTHORITY) or may(actor, Permission.KEEP_OWN_RECORD)


def can_answer(actor: Actor, ask: Ask, contact: Contact) -> bool:
    """Whoever may speak about it, in a contact with that young person that can have been about it."""
    is_theirs = contact.young_person_id == ask.young_person_id
    return can_speak_about(actor, ask) and is_theirs and may_have_spoken_about(ask, contact)


def can_handle(actor: Actor, ask: Ask) -> bool:
    """Staff who work with the young person; for a complaint or another adviser a manager whom it is not about."""
    is_theirs = ask.kind not in FOR_MANAGERS or reads_what_is_for_managers(actor)
    is_about_them = ask.about_adviser_id is not None and ask.about_adviser_id == actor.user_id
    return can_work_with(actor, ask.young_person) and is_theirs and not is_about_them


def answers_calls_only(actor: Actor) -> bool:
    """A duty worker: of all asks only those of somebody who does not feel safe are theirs, and only while open."""
    return may(actor, Permission.ANSWER_CALLS) and not may(actor, Permission.WORK_WITH)


def can_speak_about(actor: Actor, ask: Ask) -> bool:
    """Whoever may handle it; a duty worker, where somebody of their authority does not feel safe."""
    is_call = ask.kind == AskKind.NOT_SAFE and actor.authority_id == ask.authority_id
    return can_handle(actor, ask) or (is_call and may(actor, Permission.ANSWER_CALLS))


def can_decide(actor: Actor, ask: Ask, decision: str, reason: str, decided_by: str, passed_to: str) -> bool:
    """Whoever may handle it, with a decision, a reason, the name of who decided and, where it is passed on, to whom.

    The quick kinds end when somebody has spoken with the young person, never on paper. Nobody decides about themselves.
    """
    is_whole = bool(decision in Decision and reason and decided_by) and (decision != Decision.PASSED_ON or passed_to)
    is_about_them = ask.about_adviser is not None and same_name(ask.about_adviser.name, decided_by)
    return can_handle(actor, ask) and not ask.is_quick and bool(is_whole) and not is_about_them


def same_name(one: str, other: str) -> bool:
    """Whether two names are of the same letters."""
    return one.strip().casefold() == other.strip().casefold()


def is_own(actor: Actor, ask: Ask) -> bool:
    """The young person who asked."""
    return can_ask(actor) and actor.young_person_id == ask.young_person_id


def may_have_spoken_about(ask: Ask, contact: Contact) -> bool:
    """They reached each other since it was asked: trying is not answering, and nobody answers ahead. Who does not feel
    safe has to be spoken with: a message is not enough.
    """
    is_reached = contact.result == ContactResult.REACHED
    return is_reached and is_since(ask, contact.at) and is_way_to_answer(ask, contact.way)


def is_since(ask: Ask, at: datetime) -> bool:
    """Whether something was not before the ask was opened, by the minute: contacts are written down by the minute."""
    return at >= ask.opened_at.replace(second=0, microsecond=0)


def is_way_to_answer(ask: Ask, way: str) -> bool:
    """Whether an ask can end by being in touch in this way."""
    return ask.kind != AskKind.NOT_SAFE or way != ContactWay.MESSAGE


def can_set_standards(actor: Actor) -> bool:
    """A manager sets what the authority promises."""
    return may(actor, Permission.SEE_OVERVIEW)


def can_record_allowance(actor: Actor, young_person: YoungPerson) -> bool:
    """Staff who work with the young person keep the itemised record."""
    return can_work_with(actor, young_person)
