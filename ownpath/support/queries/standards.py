"""What the authority promises now, and what it promised before."""

from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.support.models import Standards
from ownpath.support.rules import can_set_standards


def standards(*, actor: Actor) -> Standards:
    """What holds now at the actor's authority; where nobody has set anything, what is usual, unsaved. One query."""
    latest = Standards.objects.filter(authority_id=actor.authority_id).order_by("-version").first()
    return latest or Standards(authority_id=actor.authority_id, version=0)


def standards_before(*, actor: Actor) -> list[Standards]:
    """Every row of the authority's standards, the latest first, with who set it; for managers, else `NotAllowed`. One
    query.
    """
    require(can_set_standards(actor))
    rows = Standards.objects.filter(authority_id=actor.authority_id)
    return list(rows.select_related("set_by").order_by("-version"))
