"""What earlier imports and other work already know of the people in a return."""

from dataclasses import dataclass, field
from datetime import date

from ownpath.people.enums import ObservationKind
from ownpath.people.models import CarePeriod, YoungPerson

from .codes import InTouch


@dataclass(slots=True)
class OnRecord:
    """One young person: their care periods by first day; what return files said, by kind and day; each reason for which
    their record has ended, also where it opened again; and whether they wait to be spoken with because they do not feel
    safe.
    """

    young_person: YoungPerson
    periods: dict[date, CarePeriod] = field(default_factory=dict)
    observations: dict[tuple[str, date], str] = field(default_factory=dict)
    ended_for: set[str] = field(default_factory=set)
    is_not_safe: bool = False

    def was_open_on(self, day: date) -> bool:
        """Whether a care period that has no end began by then."""
        return any(period.ended_date is None and period.began_date <= day for period in self.periods.values())

    def had_died_by(self, day: date) -> bool:
        """Whether an earlier return said that they died after leaving care."""
        said = self.observations.items()
        return any((kind, code) == (ObservationKind.IN_TOUCH, InTouch.DIED) and on <= day for (kind, on), code in said)
