"""What staff do about an ask: speak, answer, give it to a colleague, decide."""

from uuid import UUID

from ownpath.core import clock
from ownpath.core.access import NotVisible, require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.core.versions import StaleEdit
from ownpath.people.models import Contact
from ownpath.support import queries, rules
from ownpath.support.enums import FOR_MANAGERS, Decision, EntryKind
from ownpath.support.models import Ask

from .entries import hear, held, write


@action
def answer_ask(*, actor: Actor, ask_id: UUID, contact: Contact) -> Audited[Ask]:
    """Staff spoke with the young person about an ask, in a contact in which they reached each other.

    It ends the quick kinds; the others were heard, and still wait for a decision. `NotVisible` for an ask that the
    actor may not see; `NotAllowed` for somebody else's contact, one that was only tried, or one before the ask. An ask
    that was answered already keeps its first answer.
    """
    ask = held(actor, ask_id)
    require(rules.can_answer(actor, ask, contact))
    if ask.is_open:
        if ask.is_quick:
            ask.answered_at, ask.answered_by_id, ask.answered_in = clock.now(), actor.user_id, contact
        hear(ask)
        write(actor, ask, EntryKind.SPOKE, at=contact.at)
        ask.save()
    return Audited(ask, about=ask, young_person_id=ask.young_person_id)


@action
def keep_open(*, actor: Actor, ask_id: UUID, contact: Contact, why: str) -> Audited[Ask]:
    """Staff reached a young person who does not feel safe, and say why that did not end it. The young person reads it
    in the conversation. `NotVisible` for an ask that the actor may not see; `NotAllowed` without a reason, for
    somebody else's contact, or for whoever may not speak about it. What ended meanwhile stays ended.
    """
    ask = held(actor, ask_id)
    is_theirs = contact.young_person_id == ask.young_person_id
    require(rules.can_speak_about(actor, ask) and is_theirs and bool(why.strip()))
    if ask.is_open:
        hear(ask)
        write(actor, ask, EntryKind.STILL_OPEN, words=why.strip())
        ask.save()
    return Audited(ask, about=ask, young_person_id=ask.young_person_id)


@action
def write_answer(*, actor: Actor, ask_id: UUID, words: str) -> Audited[Ask]:
    """Staff write an answer, or how it goes; the young person reads it. It decides nothing.

    `NotVisible` for an ask that the actor may not see; `NotAllowed` for whoever may not handle it.
    """
    ask = held(actor, ask_id)
    require(rules.can_handle(actor, ask) and bool(words.strip()))
    hear(ask)
    write(actor, ask, EntryKind.ANSWER, words=words.strip())
    ask.save()
    return Audited(ask, about=ask, young_person_id=ask.young_person_id)


@action
def give_ask(*, actor: Actor, ask_id: UUID, to: UUID | None, words: str = "") -> Audited[Ask]:
    """Give an ask to a colleague who may see it anyway: a manager, or (None) their adviser of now. The young person
    sees who has it. It is no answer: what we promised still holds.

    `NotVisible` for a colleague who cannot have it; otherwise as `write_answer`.
    """
    ask = held(actor, ask_id)
    require(rules.can_handle(actor, ask) and ask.is_open)
    colleagues = dict(queries.conversation(actor=actor, ask_id=ask_id).colleagues)
    name = colleagues.get(str(to) if to else "")
    if name is None or (to is None and ask.kind in FOR_MANAGERS):
        raise NotVisible
    if ask.held_by_id != to:
        ask.held_by_id = to
        write(actor, ask, EntryKind.GIVEN, words=words.strip(), given_to=name)
        ask.save()
    return Audited(ask, about=ask, young_person_id=ask.young_person_id)


@action
def decide_ask(
    *,
    actor: Actor,
    ask_id: UUID,
    decision: Decision,
    reason: str,
    decided_by: str,
    passed_to: str = "",
    version: int,
) -> Audited[Ask]:
    """End an ask with a decision, its reason and the name of who decided; the young person reads all three.

    `version` is that of the ask as the actor read it; raises `StaleEdit` where somebody decided meanwhile, or the young
    person said that it did not help: nobody closes what they have not read. A decision can be put right by another
    one: both stay in the conversation. Otherwise as `write_answer`.
    """
    ask = held(actor, ask_id)
    reason, decided_by, passed_to = reason.strip(), decided_by.strip(), passed_to.strip()
    require(rules.can_decide(actor, ask, decision, reason, decided_by, passed_to))
    if _has_turned_since(ask, version):
        raise StaleEdit(ask)
    ask.answered_at, ask.answered_by_id = clock.now(), actor.user_id
    ask.decision, ask.reason, ask.decided_by = decision, reason, decided_by
    ask.passed_to = passed_to if decision == Decision.PASSED_ON else ""
    hear(ask)
    write(actor, ask, EntryKind.DECIDED, words=reason, decision=decision, decided_by=decided_by, given_to=ask.passed_to)
    ask.save()
    return Audited(ask, about=ask, young_person_id=ask.young_person_id)


def _has_turned_since(ask: Ask, version: int) -> bool:
    """Whether it ended or was opened again since this version; each line of the conversation is one."""
    since = min(max(ask.version - version, 0), ask.version)
    newest = ask.entries.order_by("-pk").values_list("kind", flat=True)[:since]
    return bool({EntryKind.DECIDED, EntryKind.AGAIN} & set(newest))
