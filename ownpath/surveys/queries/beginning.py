"""What somebody can begin to answer."""

from dataclasses import dataclass

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.surveys.packs import Area, pack_of

from .packs import current_pack
from .responses import open_drafts, own_priorities, own_responses


@dataclass(frozen=True, slots=True)
class Beginning:
    """The areas that are asked now, those of them that came first last time, and whether something was begun."""

    areas: tuple[Area, ...]
    put_first: list[str]
    has_draft: bool


def beginning(*, actor: Actor) -> Beginning:
    """What the actor can choose from for a check-in; no areas while the authority has no survey. Raises `NotAllowed`
    for staff. Three queries, and one for a pack not read before.
    """
    own = own_responses(actor=actor)
    has_draft = open_drafts(actor=actor).exists()
    newest = own_priorities(actor=actor).newest().filter(response__in=own)
    chosen = newest.order_by("place").values_list("area", flat=True)
    try:
        areas = pack_of(current_pack(actor=actor)).areas
    except NotVisible:
        areas = ()
    asked = {area.id for area in areas}
    return Beginning(areas, [area for area in chosen if area in asked], has_draft)
