from datetime import date
from typing import Any

from ownpath.core import clock
from ownpath.people.models import YoungPerson
from ownpath.plans.enums import StepDoer
from ownpath.plans.models import Goal, Review, Step, Win


def goal(of: YoungPerson, **values: Any) -> Goal:
    defaults: dict[str, Any] = {"words": "I want a place of my own"}
    return Goal.objects.create(authority_id=of.authority_id, young_person=of, **defaults | values)


def step(towards: Goal, **values: Any) -> Step:
    defaults: dict[str, Any] = {"words": "Ring the housing office", "doer": StepDoer.ADVISER}
    return Step.objects.create(
        authority_id=towards.authority_id, young_person_id=towards.young_person_id, goal=towards, **defaults | values
    )


def win(of: YoungPerson, **values: Any) -> Win:
    """A win that they noted and keep for themselves."""
    defaults: dict[str, Any] = {
        "words": "Slept all night",
        "kept_at": clock.now(),
        "added_by": of.user,
        "written_by": of.user,
    }
    return Win.objects.create(authority_id=of.authority_id, young_person=of, **defaults | values)


def review(of: YoungPerson, due_date: date, **values: Any) -> Review:
    return Review.objects.create(authority_id=of.authority_id, young_person=of, due_date=due_date, **values)
