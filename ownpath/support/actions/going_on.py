"""What the young person does about their own ask: say more, say that it helped, or open it again."""

from uuid import UUID

from ownpath.core import clock
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people.actions.ending import come_back_if_ended
from ownpath.support import queries, rules
from ownpath.support.enums import AskKind, EntryKind
from ownpath.support.models import Ask

from .asking import promise
from .calling import call_for
from .entries import held, write


@action
def add_line(*, actor: Actor, ask_id: UUID, words: str) -> Audited[Ask]:
    """The young person says more about what they asked for; whoever has it reads it. An ask that somebody ended
    meanwhile opens again with it, and so does a record that has ended. `NotVisible` for others.
    """
    ask = _own(actor, ask_id)
    require(bool(words.strip()))
    if not ask.is_open:
        opened = open_again(actor=actor, ask_id=ask_id, words=words)
        return Audited(opened, about=opened, young_person_id=opened.young_person_id)
    come_back_if_ended(actor, ask.young_person_id)
    write(actor, ask, EntryKind.LINE, words=words.strip())
    ask.save()
    return Audited(ask, about=ask, young_person_id=ask.young_person_id)


@action
def say_it_helped(*, actor: Actor, ask_id: UUID) -> Audited[Ask]:
    """The young person says that what was done helped. Once is enough: twice changes nothing."""
    ask = _own(actor, ask_id)
    last = ask.entries.order_by("-at", "-pk").first()
    if not ask.is_open and (last is None or last.kind != EntryKind.HELPED):
        write(actor, ask, EntryKind.HELPED)
        ask.save()
    return Audited(ask, about=ask, young_person_id=ask.young_person_id)


@action
def open_again(*, actor: Actor, ask_id: UUID, words: str = "") -> Audited[Ask]:
    """The young person says that it did not help: the ask waits again, with a new promise from now. Its decision stays
    in the conversation. An ask that is open already changes nothing. Not feeling safe calls people once more. A record
    that has ended opens again.
    """
    ask = _own(actor, ask_id)
    if not ask.is_open:
        come_back_if_ended(actor, ask.young_person_id)
        promise(ask, queries.standards(actor=actor), clock.now())
        ask.answered_at = ask.answered_by = ask.answered_in = None
        ask.decision = ask.reason = ask.decided_by = ask.passed_to = ""
        write(actor, ask, EntryKind.AGAIN, words=words.strip())
        ask.save()
        if ask.kind == AskKind.NOT_SAFE:
            call_for(actor, ask)
    return Audited(ask, about=ask, young_person_id=ask.young_person_id)


def _own(actor: Actor, ask_id: UUID) -> Ask:
    ask = held(actor, ask_id)
    require(rules.is_own(actor, ask))
    return ask
