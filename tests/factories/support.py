from typing import Any

from ownpath.people.models import YoungPerson
from ownpath.support.enums import AskKind
from ownpath.support.models import Ask


def ask(of: YoungPerson, **values: Any) -> Ask:
    defaults: dict[str, Any] = {"kind": AskKind.HELP, "area": "money", "area_title": "Money"}
    return Ask.objects.create(authority_id=of.authority_id, young_person=of, **defaults | values)
