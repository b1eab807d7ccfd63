"""Calling people because a young person does not feel safe.

Each call is a row of its own: to whom, and whether it went out. E-mail is the one way there is; another way to send
takes the same rows. What could not be sent is tried again by the due work.
"""

import logging
from collections.abc import Iterator
from uuid import UUID

from ownpath.accounts.cover import works_as_adviser
from ownpath.accounts.models import User
from ownpath.accounts.queries import cover_now, duty_workers
from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.organisations import row_security
from ownpath.people import queries as people
from ownpath.support import queries
from ownpath.support.enums import Called
from ownpath.support.messages import SomebodyNeedsYou
from ownpath.support.models import Ask, CallOut

logger = logging.getLogger(__name__)


def call_for(actor: Actor, ask: Ask) -> None:
    """Call their adviser, who is there while they are away, and duty; the managers too where there is no adviser, where
    they have left, or where they are away and nobody is there for them. Where there is nobody at all to call, that is
    logged, without whose it is: `help_now` tells them so.
    """
    of_theirs = list(_adviser_and_cover(actor, ask))
    for called, user, _is_there in of_theirs:
        _call(ask, called, user)
    _call_duty(actor, ask)
    if not any(is_there for _called, _user, is_there in of_theirs):
        call_managers(actor, ask)
    if not ask.call_outs.filter(called_at__gte=ask.opened_at).exists():
        logger.error("Somebody does not feel safe, and there is no adviser, no duty and no manager to tell.")


def call_managers(actor: Actor, ask: Ask) -> None:
    """Call the managers of their adviser's team, or all where there is no such team."""
    allocation = people.allocation_of(actor=actor, young_person_id=ask.young_person_id)
    for user in queries.managers_for(actor=actor, allocation=allocation):
        _call(ask, Called.MANAGER, user)


def _adviser_and_cover(actor: Actor, ask: Ask) -> Iterator[tuple[Called, User, bool]]:
    """Their adviser, where they still work here, and who is there while they are away; and whether each is there."""
    allocation = people.allocation_of(actor=actor, young_person_id=ask.young_person_id)
    if allocation is None:
        return
    away = cover_now(actor=actor, user_id=allocation.adviser_id)
    if works_as_adviser(allocation.adviser):
        yield Called.ADVISER, allocation.adviser, away is None
    if away is not None and away.there is not None:
        yield Called.COVER, away.there, True


def _call_duty(actor: Actor, ask: Ask) -> None:
    """The duty workers, and the duty addresses of the standards that are not theirs."""
    workers = list(duty_workers(actor=actor))
    theirs = {user.email for user in workers}
    others = [address for address in queries.standards(actor=actor).duty_addresses if address.lower() not in theirs]
    everybody: list[User | str] = [*workers, *others]
    for whom in everybody:
        _call(ask, Called.DUTY, whom)


def send(call: CallOut) -> None:
    """Send, once what was written stands; note when it went out, and only then."""
    SomebodyNeedsYou(to=call.address).send_after_commit(_note_sending, call.pk)


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
    with row_security.everything(reason="Whoever sends mail sends it for all authorities; the id is of one row."):
        CallOut.objects.filter(pk=call_id).update(sent_at=clock.now())
