"""What the authority promises now."""

from ownpath.core.actor import Actor
from ownpath.support.models import Standards


def standards(*, actor: Actor) -> Standards:
    """What holds now at the actor's authority; where nobody has set anything, what is usual, unsaved. One query."""
    latest = Standards.objects.filter(authority_id=actor.authority_id).order_by("-set_at", "-pk").first()
    return latest or Standards(authority_id=actor.authority_id)
