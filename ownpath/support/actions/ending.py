"""Ending a record: only when nothing of theirs is still open."""

from datetime import date
from uuid import UUID

from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people.actions.ending import close_record
from ownpath.people.actions.holding import hold
from ownpath.people.enums import EndReason, Source
from ownpath.people.models import RecordEnd
from ownpath.people.rules import can_end, can_end_on
from ownpath.people.still_open import what_is_open


class StillOpen(Exception):
    """Something of theirs waits for somebody, as the sentences say: their record does not end."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("still open")
        self.sentences = sentences


@action
def end_record(
    *,
    actor: Actor,
    young_person_id: UUID,
    reason: EndReason,
    on_date: date,
    words: str = "",
    is_certain: bool = False,
    source: Source = Source.ADVISER,
) -> Audited[RecordEnd]:
    """End somebody’s record on a day, for a reason: a manager, their adviser only once they are 25 and done, and an
    import. What it changes is with `close_record`.

    `is_certain` must be said of a death. Raises `StillOpen` unless they died, `StaleEdit` with the end that stands,
    `NotAllowed` for a day that cannot be, and `NotVisible` for somebody the actor may not see.
    """
    person = hold(actor, young_person_id)
    has_died = reason == EndReason.DIED
    require(can_end(actor, person, reason) and can_end_on(on_date, person, reason) and (is_certain or not has_died))
    if not has_died and (sentences := what_is_open(person.pk)):
        raise StillOpen(sentences)
    end = close_record(actor, person, reason=reason, on_date=on_date, words=words, source=source)
    return Audited(end, about=end, young_person_id=person.pk)
