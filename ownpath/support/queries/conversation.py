"""The conversation about one ask."""

from dataclasses import dataclass
from uuid import UUID

from ownpath.core.actor import Actor
from ownpath.people import queries as people
from ownpath.support.enums import FOR_MANAGERS
from ownpath.support.models import Ask, AskEntry, CallOut, Standards

from .asks import ask
from .holding import holders, managers_for
from .lists import Asked
from .standards import standards


@dataclass(frozen=True, slots=True)
class Conversation:
    """An ask with every dated entry, who has it, who can be given it, who was called, and what the authority promises.

    `colleagues` are whom it can be given to, by id and name; an empty id is their adviser of now.
    """

    asked: Asked
    entries: list[AskEntry]
    call_outs: list[CallOut]
    standards: Standards
    adviser: str
    colleagues: tuple[tuple[str, str], ...] = ()

    @property
    def ask(self) -> Ask:
        """The ask."""
        return self.asked.ask

    @property
    def is_for_managers(self) -> bool:
        """Whether no adviser reads it."""
        return self.ask.kind in FOR_MANAGERS


def conversation(*, actor: Actor, ask_id: UUID, young_person_id: UUID | None = None) -> Conversation:
    """The conversation about one ask that the actor may see, of that young person where one is named; raises
    `NotVisible`. Seven queries.
    """
    found = ask(actor=actor, ask_id=ask_id, young_person_id=young_person_id)
    allocation = people.allocation_of(actor=actor, young_person_id=found.young_person_id)
    adviser = allocation.adviser.name if allocation else ""
    to_adviser = [("", adviser)] if adviser and found.kind not in FOR_MANAGERS else []
    managers = [(str(user.pk), user.name) for user in managers_for(actor=actor, allocation=None)]
    return Conversation(
        asked=Asked(found, holders(actor=actor).of(found)),
        entries=list(found.entries.select_related("by").order_by("at", "pk")),
        call_outs=list(found.call_outs.select_related("user").order_by("called_at", "pk")),
        standards=standards(actor=actor),
        adviser=adviser,
        colleagues=(*to_adviser, *managers),
    )
