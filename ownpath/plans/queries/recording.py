"""What one needs at hand to record a contact."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ownpath.about_me.numbers import Number, numbers_of
from ownpath.about_me.queries import SafeContact, safe_contact
from ownpath.core.actor import Actor
from ownpath.people.models import Meeting, YoungPerson
from ownpath.people.queries import meeting, young_person
from ownpath.plans.enums import GoalState
from ownpath.plans.models import Goal, Review
from ownpath.support.enums import AskKind
from ownpath.support.models import Ask
from ownpath.support.queries import open_asks

from .lines import goals


@dataclass(frozen=True, slots=True)
class AtHand:
    """Whom the contact is with, what they asked for, what they are working on, the newest goal first, the review ahead,
    if one is set, how to reach them safely, and what was planned, if this is it.
    """

    young_person: YoungPerson
    asks: list[Ask]
    goals: list[Goal]
    review_date: date | None
    contact: SafeContact
    meeting: Meeting | None = None

    @property
    def calls(self) -> list[Ask]:
        """Those of the asks that say that they do not feel safe."""
        return [ask for ask in self.asks if ask.kind == AskKind.NOT_SAFE]

    @property
    def numbers(self) -> list[Number]:
        """The numbers to reach them on."""
        return numbers_of(self.contact, self.young_person.phone)

    def asks_with(self, ask_id: UUID | None) -> list[Ask]:
        """The open ask of this id; where it says that they do not feel safe, every one that says so."""
        found = [ask for ask in self.asks if ask.pk == ask_id]
        return self.calls if found and found[0] in self.calls else found


def at_hand(*, actor: Actor, young_person_id: UUID, meeting_id: UUID | None = None) -> AtHand:
    """For whoever may see the young person; raises `NotVisible`, also for a meeting of somebody else. Five queries,
    six with a meeting.
    """
    person = young_person(actor=actor, young_person_id=young_person_id)
    open_goals = goals(actor=actor).filter(young_person=person, state=GoalState.OPEN)
    ahead = Review.objects.filter(young_person=person, held_date=None).first()
    return AtHand(
        young_person=person,
        asks=open_asks(actor=actor, young_person_id=person.pk),
        goals=list(open_goals.reverse()),
        review_date=ahead.due_date if ahead else None,
        contact=safe_contact(actor=actor, young_person_id=person.pk),
        meeting=meeting(actor=actor, young_person_id=person.pk, meeting_id=meeting_id) if meeting_id else None,
    )
