"""The local offer."""

from uuid import UUID

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.support.models import OfferEntry


def offer_entry(*, actor: Actor, entry_id: UUID) -> OfferEntry:
    """One entry of the offer of the actor's authority, as it is now; raises `NotVisible`. One query."""
    found = OfferEntry.objects.filter(authority_id=actor.authority_id, retired_at=None, pk=entry_id).first()
    if found is None:
        raise NotVisible
    return found
