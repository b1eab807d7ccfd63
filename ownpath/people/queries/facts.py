"""The dated facts of a record: those for the return, the status in law, and the time in care."""

from dataclasses import dataclass
from uuid import UUID

from ownpath.core.actor import Actor
from ownpath.people.enums import CareLeaverStatus, ObservationKind
from ownpath.people.merging import of_record
from ownpath.people.models import CarePeriod, Observation
from ownpath.people.status import fits_age

from .records import young_people


@dataclass(frozen=True, slots=True)
class Facts:
    """The newest observation of each kind, in the order of the kinds, and every care period, the newest first."""

    latest: list[Observation]
    care: list[CarePeriod]

    def no_longer_fits(self, age: int) -> bool:
        """Whether the status that was written down last is not one for somebody of this age."""
        found = next((one for one in self.latest if one.kind == ObservationKind.STATUS), None)
        return found is not None and not fits_age(CareLeaverStatus(found.code), age)


def facts_of(*, actor: Actor, young_person_id: UUID) -> Facts:
    """The facts of one young person, with who wrote each down; nothing where the actor may not. Two queries."""
    theirs = of_record(young_people(actor=actor).filter(pk=young_person_id))
    rows = Observation.objects.filter(theirs).select_related("recorded_by").order_by("on_date", "recorded_at", "pk")
    newest = {row.kind: row for row in rows}
    care = CarePeriod.objects.filter(theirs).order_by("-began_date", "-pk")
    return Facts([newest[kind] for kind in ObservationKind if kind in newest], list(care))
