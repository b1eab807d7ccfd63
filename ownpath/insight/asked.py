"""What people were asked about: the areas of the packs that they answered last, in the words of the pack of now."""

from collections.abc import Iterable
from uuid import UUID

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.surveys.packs import Area, Pack, pack_of, pack_with_id
from ownpath.surveys.queries import current_pack


def areas_asked(*, actor: Actor, pack_ids: Iterable[UUID]) -> dict[str, Area]:
    """The areas of the authority's pack in its order, then those that only other packs have. One query, and one for
    each pack not read before.
    """
    areas: dict[str, Area] = {}
    for pack in [*_current(actor), *map(pack_with_id, pack_ids)]:
        areas |= {area.id: area for area in pack.areas if area.id not in areas}
    return areas


def packs_with(area: str, pack_ids: Iterable[UUID]) -> list[UUID]:
    """Those of the packs that ask about an area."""
    return [pk for pk in pack_ids if any(asked.id == area for asked in pack_with_id(pk).areas)]


def _current(actor: Actor) -> list[Pack]:
    try:
        return [pack_of(current_pack(actor=actor))]
    except NotVisible:  # No pack is loaded yet: nobody was asked anything.
        return []
