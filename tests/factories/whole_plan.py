"""One plan: a young person with her adviser, a goal and a step, and everybody who may or may not touch them."""

from dataclasses import dataclass

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.plans import actions
from ownpath.plans.enums import StepDoer
from ownpath.plans.models import Goal, Step

from .organisations import authority
from .people import actor, adviser, allocate, manager, young_person


@dataclass(frozen=True)
class WholePlan:
    yara: YoungPerson
    ines: User
    goal: Goal
    step: Step

    @property
    def owner(self) -> Actor:
        return actor(self.yara)

    @property
    def adviser(self) -> Actor:
        return actor(self.ines)

    def people_who_may(self) -> dict[str, Actor]:
        return {
            "owner": self.owner,
            "own adviser": self.adviser,
            "manager": actor(manager(self.yara.authority)),
        }

    def people_who_may_not(self) -> dict[str, Actor]:
        here, elsewhere = self.yara.authority, authority()
        former = adviser(here)
        allocate(self.yara, former, ended_at=clock.now())
        return {
            "former adviser": actor(former),
            "adviser of others": actor(adviser(here)),
            "another young person": actor(young_person(here, "Zane Notreal")),
            "adviser elsewhere": actor(adviser(elsewhere)),
            "manager elsewhere": actor(manager(elsewhere)),
        }


def whole_plan() -> WholePlan:
    yara = young_person(authority())
    ines = adviser(yara.authority)
    allocate(yara, ines)
    goal = actions.start_goal(actor=actor(yara), young_person_id=yara.pk, words="I want a bike")
    step = actions.add_step(actor=actor(yara), goal_id=goal.pk, words="Look online", doer=StepDoer.YOUNG_PERSON)
    return WholePlan(yara, ines, goal, step)
