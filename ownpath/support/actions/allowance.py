"""The itemised record of the setting-up-home allowance."""

from datetime import date
from uuid import UUID

from ownpath.core import clock
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people import queries as people
from ownpath.support import rules
from ownpath.support.enums import AllowanceKind
from ownpath.support.models import AllowanceLine


@action
def record_allowance(
    *,
    actor: Actor,
    young_person_id: UUID,
    kind: AllowanceKind,
    pence: int,
    words: str,
    on_date: date,
    reason: str = "",
) -> Audited[AllowanceLine]:
    """Add a line: money agreed, or something bought. Below nothing it takes back, and must say why.

    Staff who work with the young person; `NotVisible` for somebody they may not see; `NotAllowed` for a line about
    no money or in the future, or one that takes back without a reason. No line is ever changed.
    """
    person = people.young_person(actor=actor, young_person_id=young_person_id)
    words, reason = words.strip(), reason.strip()
    is_whole = pence != 0 and bool(words) and (pence > 0 or bool(reason)) and on_date <= clock.today()
    require(rules.can_record_allowance(actor, person) and is_whole)
    line = AllowanceLine.objects.create(
        authority_id=person.authority_id,
        young_person=person,
        kind=kind,
        pence=pence,
        words=words,
        on_date=on_date,
        reason=reason,
        recorded_by_id=actor.user_id,
    )
    return Audited(line, about=line, young_person_id=person.pk)
