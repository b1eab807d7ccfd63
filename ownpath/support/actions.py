"""Asking for something, and saying that it was spoken about."""

from uuid import UUID

from ownpath.core import clock
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people.models import Contact

from . import queries, rules
from .enums import AskKind
from .models import Ask


@action
def raise_ask(*, actor: Actor, kind: AskKind, area: str = "", area_title: str = "", words: str = "") -> Audited[Ask]:
    """A young person asks for something; their adviser's list shows it at once.

    Only for oneself, else `NotAllowed`. `area_title` is the pack's title of the area as they read it. Asking again
    adds another ask: each is kept as it was said.
    """
    require(rules.can_ask(actor))
    ask = Ask.objects.create(
        authority_id=actor.authority_id,
        young_person_id=actor.young_person_id,
        kind=kind,
        area=area,
        area_title=area_title,
        words=words.strip(),
    )
    return Audited(ask, about=ask, young_person_id=actor.young_person_id)


@action
def answer_ask(*, actor: Actor, ask_id: UUID, contact: Contact) -> Audited[Ask]:
    """Staff spoke with the young person about an ask, in a contact in which they reached each other.

    `NotVisible` for an ask that the actor may not see; `NotAllowed` for somebody else's contact, one that was only
    tried, or one before the ask. An ask that was answered already keeps its first answer.
    """
    ask = queries.ask(actor=actor, ask_id=ask_id)
    require(rules.can_answer(actor, ask, contact))
    if ask.answered_at is None:
        ask.answered_at, ask.answered_by_id, ask.answered_in = clock.now(), actor.user_id, contact
        ask.save(update_fields=["answered_at", "answered_by", "answered_in"])
    return Audited(ask, about=ask, young_person_id=ask.young_person_id)
