"""One plan: a young person with her adviser, a goal and a step, and everybody who may or may not touch them."""

from dataclasses import dataclass

import pytest

from ownpath.accounts.models import User
from ownpath.core import clock
from ownpath.core.actor import Actor
from ownpath.people.models import YoungPerson
from ownpath.plans import actions
from ownpath.plans.enums import StepDoer
from ownpath.plans.models import Goal, Step
from tests import factories


@dataclass(frozen=True)
class Plan:
    yara: YoungPerson
    ines: User
    goal: Goal
    step: Step

    @property
    def owner(self) -> Actor:
        return factories.actor(self.yara)

    @property
    def adviser(self) -> Actor:
        return factories.actor(self.ines)

    def people_who_may(self) -> dict[str, Actor]:
        return {
            "owner": self.owner,
            "own adviser": self.adviser,
            "manager": factories.actor(factories.manager(self.yara.authority)),
        }

    def people_who_may_not(self) -> dict[str, Actor]:
        here, elsewhere = self.yara.authority, factories.authority()
        former = factories.adviser(here)
        factories.allocate(self.yara, former, ended_at=clock.now())
        return {
            "former adviser": factories.actor(former),
            "adviser of others": factories.actor(factories.adviser(here)),
            "another young person": factories.actor(factories.young_person(here, "Zane Notreal")),
            "adviser elsewhere": factories.actor(factories.adviser(elsewhere)),
            "manager elsewhere": factories.actor(factories.manager(elsewhere)),
        }


@pytest.fixture
def plan(db: None) -> Plan:
    yara = factories.young_person(factories.authority())
    ines = factories.adviser(yara.authority)
    factories.allocate(yara, ines)
    owner = factories.actor(yara)
    goal = actions.start_goal(actor=owner, young_person_id=yara.pk, words="I want a bike")
    step = actions.add_step(actor=owner, goal_id=goal.pk, words="Look online", doer=StepDoer.YOUNG_PERSON)
    return Plan(yara, ines, goal, step)
