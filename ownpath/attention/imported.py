"""People who came from a return file, and whom nobody has chosen to work with yet.

They are counted apart: an import of thousands does not make thousands wait. Whatever they say, ask or are owed is a
reason as for everybody else.
"""

from django.db.models import Exists, OuterRef, Q

from ownpath.people.enums import Source
from ownpath.people.models import Allocation, CarePeriod, Contact, Meeting, Observation
from ownpath.surveys.models import Response, SurveyRequest

_TOUCHED = (Allocation, Contact, Meeting, SurveyRequest, Response)


def is_only_imported() -> Q:
    """Of young people: came from a return, has not joined or been invited, and never had an adviser, a contact, a
    meeting, a request or a response.
    """
    untouched = [Q(~Exists(model._default_manager.filter(young_person=OuterRef("pk")))) for model in _TOUCHED]
    came_from_return = Q(Exists(CarePeriod.objects.filter(young_person=OuterRef("pk"), source=Source.RETURN_FILE))) | Q(
        Exists(Observation.objects.filter(young_person=OuterRef("pk"), source=Source.RETURN_FILE))
    )
    return Q(came_from_return, *untouched, user=None, invitation=None)
