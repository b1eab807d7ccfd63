"""The setting-up-home allowance of one young person: what was agreed, bought, and what is left."""

from dataclasses import dataclass
from uuid import UUID

from ownpath.core.actor import Actor
from ownpath.people import queries as people
from ownpath.people.models import YoungPerson
from ownpath.support.enums import AllowanceKind
from ownpath.support.models import AllowanceLine

from .standards import standards


@dataclass(frozen=True, slots=True)
class Allowance:
    """The itemised record, the latest line first, and what is usual here. All amounts are pence."""

    young_person: YoungPerson
    lines: list[AllowanceLine]
    usual: int

    @property
    def agreed(self) -> int:
        """What was agreed in all."""
        return self._sum(AllowanceKind.AGREED)

    @property
    def spent(self) -> int:
        """What was spent in all, without what came back."""
        return self._sum(AllowanceKind.SPENT)

    @property
    def left(self) -> int:
        """What is left; below nothing where more was spent than agreed, which pages say in words."""
        return self.agreed - self.spent

    def _sum(self, kind: AllowanceKind) -> int:
        return sum(line.pence for line in self.lines if line.kind == kind)


def allowance(*, actor: Actor, young_person_id: UUID) -> Allowance:
    """The record of one young person, for themselves and for staff who may see them; else `NotVisible`. Three queries.

    Children Act 1989 guidance, volume 3, 8.19: an itemised record of what was bought, spent and is left.
    """
    person = people.young_person(actor=actor, young_person_id=young_person_id)
    lines = AllowanceLine.objects.filter(young_person=person).select_related("recorded_by")
    return Allowance(person, list(lines.order_by("-on_date", "-pk")), standards(actor=actor).allowance_pence)
