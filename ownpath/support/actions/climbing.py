"""Nobody has spoken in time with somebody who does not feel safe; or a call did not go out."""

from uuid import UUID

from ownpath.core import clock
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.support import queries
from ownpath.support.models import Ask, CallOut

from .calling import call_managers, send
from .entries import held


@action
def climb(*, actor: Actor, ask_id: UUID) -> Audited[Ask]:
    """Call the managers, once: only the due work, as the system."""
    require(actor.is_system)
    ask = held(actor, ask_id)
    if ask in queries.to_climb(actor=actor):
        call_managers(actor, ask)
    return Audited(ask, about=ask, young_person_id=ask.young_person_id)


@action
def call_again(*, actor: Actor, call: CallOut) -> Audited[CallOut]:
    """Try once more to send a call that did not go out: only the due work, as the system."""
    require(actor.is_system)
    # Two that find it at once send it once.
    is_ours = CallOut.objects.filter(pk=call.pk, tried_at=call.tried_at).update(tried_at=clock.now())
    if is_ours:
        send(call)
    return Audited(call, about=call, young_person_id=call.young_person_id)
