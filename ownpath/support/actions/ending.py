"""Ending a record: only when nobody waits for somebody to speak with them because they do not feel safe."""

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
from ownpath.support.enums import AskKind
from ownpath.support.models import Ask


class StillNotSafe(Exception):
    """They said that they don’t feel safe, and nobody has spoken with them about it: their record does not end."""


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

    `is_certain` must be said of a death. Raises `StillNotSafe` unless they died, `StaleEdit` with the end that stands,
    `NotAllowed` for a day that cannot be, and `NotVisible` for somebody the actor may not see.
    """
    person = hold(actor, young_person_id)
    has_died = reason == EndReason.DIED
    require(can_end(actor, person, reason) and can_end_on(on_date, person, reason) and (is_certain or not has_died))
    if not has_died and Ask.objects.filter(young_person=person, kind=AskKind.NOT_SAFE, answered_at=None).exists():
        raise StillNotSafe
    end = close_record(actor, person, reason=reason, on_date=on_date, words=words, source=source)
    return Audited(end, about=end, young_person_id=person.pk)
