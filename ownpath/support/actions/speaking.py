"""Somebody was in touch with a young person who does not feel safe: it ends, or somebody says why it stays open."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people.actions.contacts import note_contact
from ownpath.people.enums import ContactResult, ContactWay
from ownpath.people.models import Contact
from ownpath.support import queries

from .answering import answer_ask, keep_open


@action
def record_call(
    *,
    actor: Actor,
    young_person_id: UUID,
    at: datetime,
    way: ContactWay,
    result: ContactResult,
    words: str,
    is_over: bool,
    why_open: str = "",
) -> Audited[Contact]:
    """Note that somebody rang or met a young person who does not feel safe, or tried to, and whether that ends it.

    For duty workers and whoever else may see the ask. `NotVisible` where nobody waits, or no longer; `NotAllowed` for a
    moment still to come, and where they were reached, it did not end and nobody says why.
    """
    found = queries.not_safe_of(actor=actor, young_person_id=young_person_id)
    contact = note_contact(actor, found.young_person, at=at, way=way, result=result, words=words)
    if is_over:
        for ask in found.asks:
            answer_ask(actor=actor, ask_id=ask.pk, contact=contact)
    else:
        settle_calls(actor, contact, why_open=why_open)
    return Audited(contact, about=contact, young_person_id=young_person_id)


def settle_calls(actor: Actor, contact: Contact, *, why_open: str, answered: Collection[UUID] = ()) -> None:
    """After a contact in which they were reached, each ask of theirs that stays open though they do not feel safe says
    why; `answered` were spoken about. Called inside an action; raises `NotAllowed` where one stays open without a why.
    """
    if contact.result != ContactResult.REACHED:
        return
    for ask in queries.calls(actor=actor).filter(young_person_id=contact.young_person_id).exclude(pk__in=answered):
        keep_open(actor=actor, ask_id=ask.pk, contact=contact, why=why_open)
