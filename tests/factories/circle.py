from typing import Any

from ownpath.circle.enums import Ring
from ownpath.circle.models import Connection, MapSharing
from ownpath.people.models import YoungPerson


def connection(of: YoungPerson, name: str = "Mimi", **values: Any) -> Connection:
    defaults: dict[str, Any] = {"name": name, "ring": Ring.CLOSE}
    return Connection.objects.create(authority_id=of.authority_id, young_person=of, **defaults | values)


def shared_map(of: YoungPerson, **values: Any) -> MapSharing:
    return MapSharing.objects.create(authority_id=of.authority_id, young_person=of, **values)
