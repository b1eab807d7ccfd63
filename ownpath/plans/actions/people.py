"""A wish about somebody on the map of people becomes something to work on."""

from uuid import UUID

from django.utils.translation import gettext as _

from ownpath.circle.enums import Wish
from ownpath.circle.queries import readable_connection
from ownpath.core.access import require
from ownpath.core.actor import Actor
from ownpath.core.audit import Audited, action
from ownpath.people.queries import young_person
from ownpath.plans import rules
from ownpath.plans.enums import GoalState, StepDoer
from ownpath.plans.models import Goal

from .goals import start_goal
from .saving import StepContent


@action
def start_goal_about(*, actor: Actor, young_person_id: UUID, connection_id: UUID) -> Audited[Goal]:
    """Make a wish to find somebody again, or to see more of them, a goal with a first step.

    The young person from their own map; staff who work with them from what is shared of it, in words that nobody wrote.
    Pressing again leads to the
    same goal while it is worked on. Raises `NotVisible` for somebody who is not there for the actor, `NotAllowed` where
    nothing is wished.
    """
    person = young_person(actor=actor, young_person_id=young_person_id)
    about = readable_connection(actor=actor, young_person_id=young_person_id, connection_id=connection_id)
    require(about.wish in (Wish.FIND, Wish.MORE))
    words = _goal(about.wish, about.name)
    goal = Goal.objects.filter(young_person=person, state=GoalState.OPEN, words=words).first()
    if goal is None:
        step = _own_step(about.wish, about.name) if rules.is_own(actor, person) else _promise(about.wish, about.name)
        goal = start_goal(
            actor=actor,
            young_person_id=person.pk,
            words=words,
            first_step=step,
            is_own_wording=rules.is_own(actor, person),
        )
    return Audited(goal, about=goal, young_person_id=person.pk)


def _goal(wish: str, name: str) -> str:
    if wish == Wish.FIND:
        return _("I want to find %(name)s again") % {"name": name}
    return _("I want to see more of %(name)s") % {"name": name}


def _own_step(wish: str, name: str) -> StepContent:
    if wish == Wish.FIND:
        words = _("Write down what I remember about %(name)s") % {"name": name}
    else:
        words = _("Ask %(name)s when they have time") % {"name": name}
    return StepContent(words, StepDoer.YOUNG_PERSON)


def _promise(wish: str, name: str) -> StepContent:
    if wish == Wish.FIND:
        words = _("Talk about how we can look for %(name)s") % {"name": name}
    else:
        words = _("Talk about what would help to see more of %(name)s") % {"name": name}
    return StepContent(words, StepDoer.ADVISER)
