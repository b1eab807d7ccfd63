"""Asking for something that may be about a part of life, a step, or an entry of the local offer."""

from uuid import UUID

from ownpath.core.access import NotVisible
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.plans.queries import step, to_ask_about
from ownpath.support.actions import raise_ask
from ownpath.support.enums import AskKind
from ownpath.support.models import Ask


@action
def ask_for(
    *,
    actor: Actor,
    kind: AskKind,
    words: str,
    area: str = "",
    step_id: UUID | None = None,
    entry_id: UUID | None = None,
) -> Audited[Ask]:
    """A young person asks for something in their own words, with what it is about if they like; see `raise_ask`.

    `NotVisible` for a part of life that their survey does not have, a step that is not theirs, and an entry that is
    not in the offer.
    """
    made = raise_ask(
        actor=actor,
        kind=kind,
        words=words,
        area=area,
        area_title=_title(actor, area) if area else "",
        about=_step(actor, step_id) if step_id else "",
        offer_entry_id=entry_id,
    )
    return Audited(made, about=made, young_person_id=made.young_person_id)


def _title(actor: Actor, area: str) -> str:
    titles = dict(to_ask_about(actor=actor).areas)
    if area not in titles:
        raise NotVisible
    return titles[area]


def _step(actor: Actor, step_id: UUID) -> str:
    if actor.young_person_id is None:
        raise NotVisible
    return str(step(actor=actor, young_person_id=actor.young_person_id, step_id=step_id).words)
