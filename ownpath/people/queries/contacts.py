"""What contacts there were."""

from uuid import UUID

from ownpath.core.actor import Actor
from ownpath.people.models import Contact

from .records import young_people

LATEST = 10


def latest_contacts(*, actor: Actor, young_person_id: UUID) -> list[Contact]:
    """The latest ten contacts with one young person, tried ones too, with who recorded them. One query."""
    rows = Contact.objects.filter(young_person__in=young_people(actor=actor), young_person_id=young_person_id)
    return list(rows.select_related("recorded_by").order_by("-at", "-pk")[:LATEST])
