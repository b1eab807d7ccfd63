"""What a return adds to the record, and what there is to tell."""

from collections import Counter
from dataclasses import dataclass, field

from ownpath.people.models import CarePeriod, Observation, YoungPerson

from .endings import Ending
from .findings import Finding, Kind, Table
from .outcomes import Outcome
from .whole import Wrong


@dataclass(slots=True)
class Changes:
    """The rows to write, what to tell, and what became of every row of the files and every observation in them."""

    people: list[YoungPerson] = field(default_factory=list)
    periods: list[CarePeriod] = field(default_factory=list)
    ended: list[CarePeriod] = field(default_factory=list)
    observations: list[Observation] = field(default_factory=list)
    endings: list[Ending] = field(default_factory=list)
    died: list[str] = field(default_factory=list)  # CHILD of whoever is left out because they died
    findings: list[Finding] = field(default_factory=list)
    children: list[Finding] = field(default_factory=list)  # who is added, and who is left out and why
    rows: dict[Table, Counter[Outcome]] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)  # files that are wrong as a whole
    observed: Counter[Outcome] = field(default_factory=Counter)

    @property
    def faults(self) -> list[Finding]:
        """What was found in the rows that are left out."""
        return [finding for finding in self.findings if finding.kind == Kind.FAULT]
