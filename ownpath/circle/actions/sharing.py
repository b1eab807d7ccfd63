"""Sharing one's map, and stopping to."""

from django.utils.translation import gettext as _

from ownpath.circle.models import Connection, MapSharing
from ownpath.circle.queries import own_connections, own_sharing
from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.core.refusal import Refused
from ownpath.people.actions.ending import come_back_if_ended

from .drawing import hold_map


@action
def share_map(*, actor: Actor) -> Audited[MapSharing]:
    """The young person lets those who work with them read their map as it is now; a record that has
    ended opens again. Twice changes nothing.

    `NotAllowed` for anybody else, and `Refused` while part of it is shut to the actor until it is checked who they are.
    """
    hold_map(actor)
    if actor.unchecked_since and _is_partly_shut(actor):
        raise Refused(_("You can share your map once somebody has checked that it’s you."))
    sharing = own_sharing(actor=actor).filter(ended_at=None).first()
    if sharing is None:
        assert actor.young_person_id is not None
        come_back_if_ended(actor, actor.young_person_id)
        sharing = MapSharing.objects.create(authority_id=actor.authority_id, young_person_id=actor.young_person_id)
    return Audited(sharing, about=sharing, young_person_id=actor.young_person_id)


@action
def stop_sharing_map(*, actor: Actor) -> Audited[None]:
    """The young person takes their map back: from now on nobody else sees it, nor that there was one.

    Twice changes nothing; `NotAllowed` for anybody else.
    """
    hold_map(actor)
    own_sharing(actor=actor).filter(ended_at=None).update(ended_at=clock.now())
    return Audited(None, young_person_id=actor.young_person_id)


def _is_partly_shut(actor: Actor) -> bool:
    rows = Connection.objects.filter(young_person_id=actor.young_person_id)
    return rows.exclude(pk__in=own_connections(actor=actor).order_by().values("pk")).exists()
