"""Somebody asked how life is going, and has not heard since."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from ownpath.core.actor import Actor
from ownpath.home.line import Line
from ownpath.surveys.models import Response, SurveyRequest


def find(actor: Actor) -> list[Line]:
    """A line for the latest time that somebody asked, unless something was begun or sent since. One query."""
    answered = Response.objects.filter(
        Q(sent_at=None) | Q(sent_at__gte=OuterRef("requested_at")), young_person=OuterRef("young_person")
    )
    asked = SurveyRequest.objects.filter(young_person_id=actor.young_person_id, authority_id=actor.authority_id)
    newest = asked.filter(~Exists(answered)).select_related("requested_by").order_by("-requested_at").first()
    if newest is None:
        return []
    if newest.requested_by is None:
        return [Line(_("Somebody who supports you would like to know how it is going."), "my:survey")]
    return [Line(_("%(name)s would like to know how it is going.") % {"name": newest.requested_by.name}, "my:survey")]
