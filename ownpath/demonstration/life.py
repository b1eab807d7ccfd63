"""One invented life while it is written: who it is, what holds for it, and the rows that it has so far."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from random import Random
from uuid import UUID

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.people.models import Allocation, Contact, YoungPerson
from ownpath.surveys.models import AreaAnswer, SurveyPack

from .cards import Card
from .chapters import Chapter, card_on
from .rows import Rows
from .stories import Story

HOME_TAGS = {
    "U": "own_place", "K": "own_place", "Y": "own_place", "D": "supported", "T": "supported", "C": "supported",
    "E": "host", "Z": "host", "B": "with_family", "S": "no_home", "V": "no_home", "W": "no_home", "X": "custody",
}  # fmt: skip
DAY_TAGS = {"1": "uni", "2": "college", "4": "apprentice", "5": "job"}
AT_HOME_TAGS = {"G4": "unwell", "G5": "looking", "G6": "parent"}


@dataclass(slots=True)
class Life:
    """Everything that the writers of one life need, and where they put what they wrote."""

    rng: Random
    rows: Rows
    person: YoungPerson
    card: Card
    story: Story
    pack: SurveyPack
    chapters: list[Chapter] = field(default_factory=list)
    allocations: list[Allocation] = field(default_factory=list)
    answers: list[AreaAnswer] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    matters: set[UUID] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    slots: dict[str, str] = field(default_factory=dict)
    heard: Counter[str] = field(default_factory=Counter)

    @property
    def today(self) -> date:
        """The day on which the demonstration is loaded."""
        return clock.today()

    @property
    def user(self) -> User | None:
        """Whom the young person signs in as, if they have."""
        user: User | None = self.person.user
        return user

    def adviser_at(self, moment: datetime) -> User | None:
        """Whose young person they were at a moment."""
        advisers: list[User] = [
            allocation.adviser
            for allocation in self.allocations
            if allocation.began_at <= moment and (allocation.ended_at is None or moment < allocation.ended_at)
        ]
        return advisers[0] if advisers else None

    def tags(self, moment: datetime) -> frozenset[str]:
        """What held for them at a moment."""
        return tags(card_on(clock.day_of(moment), self.chapters))

    def owned(self) -> dict[str, object]:
        """What each row of the record has in common; ids, because setting objects so many thousand times is slow."""
        return {"authority_id": self.person.authority_id, "young_person_id": self.person.pk}


def tags(card: Card) -> frozenset[str]:
    """In which circumstances a sentence may be said: how they live, what they do, where they come from."""
    found = {AT_HOME_TAGS.get(card.activity) or DAY_TAGS.get(card.activity[1:], ""), HOME_TAGS.get(card.home, "")}
    found |= {"came_alone"} if card.came_alone else {"grew_up_here"}
    found |= {"looked_after", "college"} if card.is_looked_after else {"left_care"}
    if {"uni", "own_place"} <= found:
        found = found - {"own_place"} | {"halls"}
    return frozenset(found - {""})
