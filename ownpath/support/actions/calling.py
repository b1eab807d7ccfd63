"""Calling people because a young person does not feel safe.

Each call is a row of its own: to whom, and whether it went out. E-mail is the one way there is; another way to send
takes the same rows. What could not be sent is tried again by the due work.
"""

from uuid import UUID

from ownpath.accounts.cover import works_as_adviser
from ownpath.accounts.models import User
from ownpath.accounts.queries import cover_now
from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.people import queries as people
from ownpath.support import queries
from ownpath.support.enums import Called
from ownpath.support.messages import SomebodyNeedsYou
from ownpath.support.models import Ask, CallOut


def call_for(actor: Actor, ask: Ask) -> None:
    """Call their adviser, who is there while they are away, and the duty cover; the managers too where there is no
    adviser, where they have left, or where they are away and nobody is there for them.
    """
    allocation = people.allocation_of(actor=actor, young_person_id=ask.young_person_id)
    is_somebody_there = False
    if allocation is not None:
        _call(ask, Called.ADVISER, allocation.adviser)
        away = cover_now(actor=actor, user_id=allocation.adviser_id)
        is_somebody_there = works_as_adviser(allocation.adviser) and (away is None or away.there is not None)
        if away is not None and away.there is not None:
            _call(ask, Called.COVER, away.there)
            is_somebody_there = True
    for address in queries.standards(actor=actor).duty_addresses:
        _call(ask, Called.DUTY, address)
    if not is_somebody_there:
        call_managers(actor, ask)


def call_managers(actor: Actor, ask: Ask) -> None:
    """Call the managers of their adviser's team, or all where there is no such team."""
    allocation = people.allocation_of(actor=actor, young_person_id=ask.young_person_id)
    for user in queries.managers_for(actor=actor, allocation=allocation):
        _call(ask, Called.MANAGER, user)


def send(call: CallOut) -> None:
    """Send, once what was written stands; note when it went out, and only then."""
    SomebodyNeedsYou(to=call.address).send_after_commit(on_sent=lambda: _note_sending(call.pk))


def _call(ask: Ask, called: Called, whom: User | str) -> None:
    user = whom if isinstance(whom, User) else None
    call = CallOut.objects.create(
        authority_id=ask.authority_id,
        young_person_id=ask.young_person_id,
        ask=ask,
        called=called,
        user=user,
        address=user.email if user else whom,
    )
    send(call)


def _note_sending(call_id: UUID) -> None:
    CallOut.objects.filter(pk=call_id).update(sent_at=clock.now())
