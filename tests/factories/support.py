from typing import Any

from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.support.enums import AskKind
from ownpath.support.models import Ask


def ask(of: YoungPerson, **values: Any) -> Ask:
    defaults: dict[str, Any] = {"kind": AskKind.HELP, "area": "money", "area_title": "Money"}
    defaults["opened_at"] = values.get("asked_at") or clock.now()
    return Ask.objects.create(authority_id=of.authority_id, young_person=of, **defaults | values)
