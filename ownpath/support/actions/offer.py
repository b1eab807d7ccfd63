"""Loading the local offer."""

from collections.abc import Sequence

from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.support.models import OfferEntry
from ownpath.support.offer.file import EntryInFile


@action
def load_offer(*, actor: Actor, entries: Sequence[EntryInFile]) -> Audited[tuple[int, int]]:
    """Make the authority's offer what the file says: only from the command line, the actor is the system.

    An entry keeps its row by its id, because asks point at it; one that the file no longer has is retired. The same
    file again changes nothing. Returns how many there are now, and how many were retired.
    """
    assert actor.is_system
    rows = OfferEntry.objects.filter(authority_id=actor.authority_id)
    slugs = [entry.slug for entry in entries]
    retired = rows.filter(retired_at=None).exclude(slug__in=slugs).update(retired_at=clock.now())
    for entry in entries:
        values = entry.values | {"retired_at": None, "loaded_at": clock.now()}
        OfferEntry.objects.update_or_create(authority_id=actor.authority_id, slug=entry.slug, defaults=values)
    return Audited((len(entries), retired))
