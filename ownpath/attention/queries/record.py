"""What staff see first when they open somebody's record."""

from dataclasses import dataclass
from uuid import UUID

from ownpath.about_me.queries import Brief, brief
from ownpath.attention.reason import Reason
from ownpath.circle.queries import is_shared
from ownpath.core.actor import Actor
from ownpath.people import queries as people
from ownpath.people.models import Allocation, Contact, RecordEnd, YoungPerson
from ownpath.sharing import queries as sharing
from ownpath.sharing.models import NotRight

from .lists import reasons_for


@dataclass(frozen=True, slots=True)
class Record:
    """Somebody, their adviser of now, why they may need time, the latest contacts, what is planned, whether they share
    their map, what they say is not right, what to know of what they wrote about themselves, and when the record ended.
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
    """The record of one young person for staff who may see it; raises `NotVisible`. Sixteen queries."""
    return Record(
        young_person=people.young_person(actor=actor, young_person_id=young_person_id),
        allocation=people.allocation_of(actor=actor, young_person_id=young_person_id),
        reasons=reasons_for(actor=actor, young_person_id=young_person_id),
        meetings=people.meetings_of(actor=actor, young_person_id=young_person_id),
        contacts=people.latest_contacts(actor=actor, young_person_id=young_person_id),
        shares_map=is_shared(actor=actor, young_person_id=young_person_id),
        not_right=sharing.not_right_of(actor=actor, young_person_id=young_person_id),
        about_me=brief(actor=actor, young_person_id=young_person_id),
        ends=people.ends_of(actor=actor, young_person_id=young_person_id),
    )
