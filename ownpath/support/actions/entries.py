"""One more dated line of the conversation about an ask, and the ask that everybody who writes holds meanwhile."""

from typing import Any
from uuid import UUID

from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.support import queries
from ownpath.support.enums import EntryKind
from ownpath.support.models import Ask, AskEntry


def held(actor: Actor, ask_id: UUID) -> Ask:
    """The ask, held until the transaction ends, so that two people's words come one after the other."""
    found = queries.ask(actor=actor, ask_id=ask_id)
    Ask.objects.select_for_update().filter(pk=found.pk).values_list("pk", flat=True).get()
    found.refresh_from_db(fields=["version", "answered_at", "answered_in", "decision", "reason", "heard_at", "held_by"])
    return found


def write(actor: Actor, ask: Ask, kind: EntryKind, **values: Any) -> AskEntry:
    """Add a line now, and count it in the ask, which must be saved."""
    ask.version += 1
    return AskEntry.objects.create(
        authority_id=ask.authority_id,
        young_person_id=ask.young_person_id,
        ask=ask,
        kind=kind,
        by_id=actor.user_id,
        **{"at": clock.now()} | values,
    )


def hear(ask: Ask) -> None:
    """They have heard from us now; the first time counts."""
    ask.heard_at = ask.heard_at or clock.now()
