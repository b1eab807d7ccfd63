"""What a young person is asked, without anything that they answered."""

from dataclasses import replace

from ownpath.core.actor import Actor
from ownpath.surveys.packs import Pack, pack_of

from .packs import current_pack
from .responses import survey


def asked(*, actor: Actor) -> Pack:
    """The questions of the actor's draft, or of the survey that they could begin now.

    Raises `NotVisible` while the authority has no survey, and `NotAllowed` for staff. Four queries, and one for a
    pack not read before.
    """
    draft = survey(actor=actor, with_priorities=False).draft
    return replace(draft.pack, areas=draft.areas) if draft else pack_of(current_pack(actor=actor))
