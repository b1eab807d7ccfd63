from typing import Any

from ownpath.about_me.enums import Heading
from ownpath.about_me.models import Reading, Told
from ownpath.accounts.models import User
from ownpath.people.models import YoungPerson


def told(by: YoungPerson, heading: Heading = Heading.MATTERS, **values: Any) -> Told:
    defaults: dict[str, Any] = {"words": "My brother."}
    return Told.objects.create(authority_id=by.authority_id, young_person=by, heading=heading, **defaults | values)


def reading(of: Told, reader: User) -> Reading:
    return Reading.objects.create(
        authority_id=of.authority_id, young_person_id=of.young_person_id, reader=reader, up_to=of
    )
