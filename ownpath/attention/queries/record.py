"""What staff see first when they open somebody's record."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ownpath.about_me.queries import Brief, brief
from ownpath.attention.reason import Reason
from ownpath.circle.queries import is_shared
from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.people import queries as people
from ownpath.people.enums import ObservationKind
from ownpath.people.models import Allocation, CarePeriod, Contact, Observation, RecordEnd, YoungPerson
from ownpath.sharing import queries as sharing
from ownpath.sharing.models import NotRight
from ownpath.sharing.queries.entries import code_for_staff

from .lists import reasons_for


@dataclass(frozen=True, slots=True)
class Fact:
    """A dated fact in plain words, with its code where it has one, the day on which it was true, and who says so."""

    label: str
    words: str
    code: str
    on_date: date
    by: str


@dataclass(frozen=True, slots=True)
class Record:
    """Somebody, their adviser of now, why they may need time, the latest contacts, what is planned, whether they share
    their map, what they say is not right, what to know of what they wrote about themselves, when the record ended, the
    newest dated facts, the time in care, and whether the status in law no longer fits their age.
    """

    young_person: YoungPerson
    allocation: Allocation | None
    reasons: list[Reason]
    contacts: list[Contact]
    shares_map: bool
    meetings: people.Meetings
    not_right: list[NotRight]
    about_me: Brief
    ends: list[RecordEnd]
    facts: list[Fact]
    care: list[CarePeriod]
    is_status_outdated: bool

    @property
    def end(self) -> RecordEnd | None:
        """Why and when their record ended, where it has."""
        return next((end for end in self.ends if end.reopened_at is None), None)

    def said_about(self, entry_id: UUID) -> list[NotRight]:
        """What they said is not right about one entry."""
        return [said for said in self.not_right if said.entry_id == entry_id]

    @property
    def said_elsewhere(self) -> list[NotRight]:
        """What they said is not right about entries that are not among the latest contacts."""
        shown = {contact.pk for contact in self.contacts}
        return [said for said in self.not_right if said.entry_id not in shown]


def record(*, actor: Actor, young_person_id: UUID) -> Record:
    """The record of one young person for staff who may see it; raises `NotVisible`. Eighteen queries."""
    person = people.young_person(actor=actor, young_person_id=young_person_id)
    facts = people.facts_of(actor=actor, young_person_id=young_person_id)
    return Record(
        young_person=person,
        allocation=people.allocation_of(actor=actor, young_person_id=young_person_id),
        reasons=reasons_for(actor=actor, young_person_id=young_person_id),
        meetings=people.meetings_of(actor=actor, young_person_id=young_person_id),
        contacts=people.latest_contacts(actor=actor, young_person_id=young_person_id),
        shares_map=is_shared(actor=actor, young_person_id=young_person_id),
        not_right=sharing.not_right_of(actor=actor, young_person_id=young_person_id),
        about_me=brief(actor=actor, young_person_id=young_person_id),
        ends=people.ends_of(actor=actor, young_person_id=young_person_id),
        facts=[_fact(observation) for observation in facts.latest],
        care=facts.care,
        is_status_outdated=facts.no_longer_fits(person.age_on(clock.today())),
    )


def _fact(observation: Observation) -> Fact:
    is_status = observation.kind == ObservationKind.STATUS
    return Fact(
        label=str(observation.get_kind_display()),
        words=code_for_staff(observation.kind, observation.code),
        code="" if is_status else observation.code,
        on_date=observation.on_date,
        by=observation.recorded_by.name if observation.recorded_by else str(observation.get_source_display()),
    )
