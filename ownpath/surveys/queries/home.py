"""What a young person's first page tells them."""

from dataclasses import dataclass
from datetime import datetime

from ownpath.core.actor import Actor
from ownpath.people import queries as people
from ownpath.surveys.models import SurveyRequest

from .responses import survey
from .told import Survey


@dataclass(frozen=True, slots=True)
class Home:
    """Where they are with answering, whom they can reach, and since when somebody waits to hear how it is going."""

    survey: Survey
    people: people.WhoToCall
    asked_at: datetime | None


def home(*, actor: Actor) -> Home:
    """The actor's own first page; raises `NotAllowed` for staff. At most six queries."""
    own = survey(actor=actor)
    return Home(own, people.who_to_call(actor=actor), _asked_since(actor, own))


def _asked_since(actor: Actor, own: Survey) -> datetime | None:
    """When somebody asked and has had no answer since."""
    asked = SurveyRequest.objects.filter(young_person_id=actor.young_person_id, authority_id=actor.authority_id)
    newest = asked.order_by("-requested_at").values_list("requested_at", flat=True).first()
    sent_at = own.latest.response.sent_at if own.latest else None
    return None if newest is None or (sent_at and sent_at >= newest) else newest
